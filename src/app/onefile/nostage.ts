/** Stands for the making of stories and for their stage in a saved page, which has neither. */
export function openStagePage(): never {
  throw new Error('There is no stage in a page that was saved.');
}

export const openSpeakerPage = openStagePage;
export const makeHandout = openStagePage;
export const storyOf = openStagePage;
export const OWN_STORY = null;
export default openStagePage;

/** No address of such a page asks for a story. */
export function presentingOf(): null {
  return null;
}

/** Nor does it find anything in another page that was saved. */
export const readSavedPage = presentingOf;
