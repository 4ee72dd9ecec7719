/** A file asks for more than can be held, however it is read; the message is a sentence for the reader. */
export class TooLarge extends Error {
  constructor(what: string) {
    super(`${what} Split the file, for instance by year, and open a part of it.`);
  }
}
