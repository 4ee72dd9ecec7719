/**
 * The bytes of one of the page's own files. Rejects with a sentence for the reader, beginning with
 * `what` the file is, when it is missing or does not arrive whole.
 */
export async function fetchBytes(address: string, what: string): Promise<Uint8Array<ArrayBuffer>> {
  let response: Response;
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    response = await fetch(new URL(address, document.baseURI));
    bytes = new Uint8Array(await response.arrayBuffer());
  } catch {
    throw new Error(`${what} could not be fetched. Is the server still running?`);
  }
  if (!response.ok) {
    throw new Error(`${what} is missing: the server answered ${response.status}.`);
  }
  return bytes;
}
