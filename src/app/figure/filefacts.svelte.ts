import type { Workspace } from '../../state/workspace.svelte.ts';

/** What a figure says of the reader's file. */
export interface FileFacts {
  readonly name: string;
  /** Hexadecimal. */
  readonly sha256: string;
}

/** The reader's file, once its SHA-256 is known; null for what is built in. */
export function fileFacts(workspace: Workspace): Promise<FileFacts | null> {
  return new Promise((resolve) => {
    const stop = $effect.root(() => {
      $effect(() => {
        const { reading } = workspace;
        if (reading && reading.sha256 === '') return;
        resolve(reading && { name: reading.name, sha256: reading.sha256 });
        queueMicrotask(stop);
      });
    });
  });
}
