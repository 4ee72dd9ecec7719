/** The day as a diary has it, where the reader is. */
export function today(): string {
  const now = new Date();
  const digits = [now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0'));
  return [now.getFullYear(), ...digits].join('-');
}
