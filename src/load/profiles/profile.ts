import type { Problem } from '../../model/problem.ts';
import type { Roles } from '../roles.ts';
import type { Table } from '../table.ts';

/** A kind of file that is known by its header. */
export interface Profile {
  readonly name: string;
  /** Which column plays which part, and what had to be guessed; undefined for another kind of file. */
  recognise(
    table: Table,
  ): { readonly roles: Roles; readonly problems: readonly Problem[] } | undefined;
}
