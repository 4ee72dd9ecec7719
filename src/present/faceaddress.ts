/**
 * The address of a face of the page that presents a story, at a step of it and, for a speaker who has
 * left the script there, with the view that is explored. A story that came in the address of this page
 * stays in it.
 */
export function addressOf(
  face: 'present' | 'speaker' | 'handout',
  name: string,
  step?: string,
  explored?: string | null,
): string {
  const at = step === undefined ? '' : `&step=${step}`;
  const left = explored == null ? '' : `&explore=${encodeURIComponent(explored)}`;
  const carried = new URLSearchParams(location.hash.slice(1)).get('story');
  const story = carried === null ? '' : `&story=${carried}`;
  return `${location.pathname}${location.search}#${face}=${encodeURIComponent(name)}${at}${left}${story}`;
}
