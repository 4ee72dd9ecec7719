/** What the explorer asks of the page that fetches files; with it goes the port for the answers. */
export interface FetchRequest {
  readonly type: 'fetch';
  readonly url: string;
  /** Most bytes to take. */
  readonly most: number;
  /** Milliseconds to wait for the first and for each next piece. */
  readonly patience: number;
}

/** What comes back: how far it is, then the file or the reason against it, a sentence. */
export type FetchAnswer =
  | { readonly type: 'progress'; readonly bytes: number; readonly size: number | null }
  | { readonly type: 'done'; readonly blob: Blob; readonly name: string }
  | { readonly type: 'failed'; readonly reason: string };

/** Said by the fetching page to the one that holds it when it can be asked. */
export const READY = 'tranche-fetch-ready';
