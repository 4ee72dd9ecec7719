import type { CarriedFile } from '../carry/carried.ts';
import { decodeCarried } from '../carry/payload.ts';
import { BUILT_IN_ID } from '../parts/builtin.ts';
import type { Given } from './data.ts';
import type { EmbedRequest } from './request.ts';

/**
 * What the project of a picture, carried in an embed's address, asks for and brings with it. What the
 * address says beside it goes before that. Throws a sentence for the reader.
 */
export function carriedRequest(
  text: string,
  asked: EmbedRequest,
): { readonly request: EmbedRequest; readonly given: Given } {
  const carried = decodeCarried(text);
  if ('refused' in carried) throw new Error(carried.refused);
  const { data, options } = carried;
  if (carried.files.length === 0 && asked.data === null && data.id !== BUILT_IN_ID) {
    throw new Error(`It is in the file “${data.name}”, which did not come with the chart.`);
  }
  return {
    request: {
      ...asked,
      view: asked.view || carried.view,
      chart: asked.chart ?? carried.chart,
    },
    given: { options, files: carried.files.map(fileOf) },
  };
}

function fileOf({ name, bytes }: CarriedFile): File {
  return new File([new Uint8Array(bytes)], name);
}
