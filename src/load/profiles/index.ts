import { general } from './general.ts';
import { own } from './own.ts';
import type { Profile } from './profile.ts';

/** In the order they are tried; the general one takes any file with a column of amounts. */
export const PROFILES: readonly Profile[] = [own, general];
