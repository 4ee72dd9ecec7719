/**
 * A file, or a part of one, that cannot be read. The message is a sentence for the reader: what the
 * file is and what to do. Thrown inside this folder; `unpack` hands it back as its answer, and the
 * promise of a feed rejects with it when the fault lies further in.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}
