/** Words that files write where a value is missing. None of them is ever nought. */
const WORDS = new Set([
  '',
  '-',
  '--',
  '---',
  '–',
  '—',
  '.',
  '..',
  '...',
  '*',
  '#n/a',
  'n/a',
  'n.a.',
  'n.a',
  'na',
  'nan',
  'none',
  'null',
  'nfp',
  'k.a.',
  'n.d.',
  'nd',
  's/d',
  'redacted',
  'withheld',
  'confidential',
  'unspecified',
  'unknown',
  'not available',
  'not applicable',
  'not disclosed',
  'not known',
  'not provided',
  'not published',
  'not stated',
  'tba',
  'tbc',
  'tbd',
]);

/** The longest of the words; what is longer need not be looked up. */
const LONGEST = 14;

/** Whether a cell says that its value is missing. A lone currency sign with a dash says so too. */
export function isMissing(text: string): boolean {
  if (text.length > LONGEST) return text.trim() === '';
  const first = text.charCodeAt(0);
  // Most cells that are asked about are numbers and days, and no word begins with a digit.
  if (first >= 0x30 && first <= 0x39) return false;
  const bare = text.trim().toLowerCase();
  return WORDS.has(bare) || /^[£$€¥]\s*[-–—]$|^[-–—]\s*[£$€¥]$/.test(bare);
}
