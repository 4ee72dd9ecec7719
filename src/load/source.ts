/**
 * Bytes that can be read in pieces: a File in the browser, an open file in Node, bytes in memory.
 * Nothing here holds the whole of a large file.
 */
export interface ByteSource {
  readonly name: string;
  readonly size: number;
  slice(from: number, to: number): Promise<Uint8Array>;
  /** All bytes from a place on, where the platform has a stream of them. */
  readonly stream?: (from: number) => ReadableStream<Uint8Array>;
}

/** Tells how far a reading is, for a progress bar. */
export interface Progress {
  readonly bytes: number;
  readonly size: number;
  readonly rows: number;
}

/**
 * Records of a format that is not delimited text (a sheet, JSON, Parquet): an array of cells each,
 * the header first, in the order of the file. Handed over in pieces so that a large one can stop.
 * `columns` are the places of those that are wanted; a feed that can leaves the cells of others blank.
 */
export interface RecordFeed {
  readonly name: string;
  readonly format: string;
  read(
    take: (records: readonly (readonly string[])[]) => void,
    signal?: AbortSignal,
    columns?: ReadonlySet<number>,
  ): Promise<void>;
}
