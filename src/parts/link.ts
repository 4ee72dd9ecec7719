/** The address in a text from data where it is one that may be opened: http or https; else null. */
export function linkOf(text: string): string | null {
  return /^https?:\/\/[^\s]+$/i.test(text) && URL.canParse(text) ? new URL(text).href : null;
}
