import type { Frame } from '../drawing/drawing.ts';
import type { Briefing } from '../state/briefing.svelte.ts';
import type { StagePicture } from '../state/stagepicture.svelte.ts';

/**
 * Draws scenes that are not on stage, one after another, while nothing else is to be done: a press then
 * has only marks to move, and needs neither the engine nor the network. Tells when all are drawn, and
 * gives what stops it.
 */
export function drawAhead(
  picture: StagePicture,
  ahead: Briefing['ahead'],
  frame: Frame,
  onprepared: () => void,
): () => void {
  let stopped = false;
  const wait = setTimeout(async () => {
    try {
      for (const { scene, view } of ahead) {
        if (stopped) return;
        await picture.foresee(view, frame, scene);
        // What was drawn before is there at once: a key that was pressed goes before the next.
        await new Promise((resolve) => setTimeout(resolve));
      }
      if (!stopped) onprepared();
    } catch {
      // What cannot be answered now is asked again, and told, when it is shown.
    }
  });
  return () => {
    stopped = true;
    clearTimeout(wait);
  };
}
