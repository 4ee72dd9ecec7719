/** The address of a face of the page that presents a story, at a step of it. */
export function addressOf(
  face: 'present' | 'speaker' | 'handout',
  name: string,
  step?: string,
): string {
  const at = step === undefined ? '' : `&step=${step}`;
  return `${location.pathname}${location.search}#${face}=${encodeURIComponent(name)}${at}`;
}
