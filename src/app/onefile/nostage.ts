/** Stands for the stage of stories in a saved page, which holds no story. */
export function openStagePage(): never {
  throw new Error('There is no stage in a page that was saved.');
}

export const openSpeakerPage = openStagePage;
