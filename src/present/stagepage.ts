import { mount, unmount } from 'svelte';
import { Briefing } from '../state/briefing.svelte.ts';
import type { Animate } from '../state/stagepicture.svelte.ts';
import type { Explorer } from '../state/explorer.svelte.ts';
import { openStage } from '../story/machine.ts';
import { FIRST_STEP, readStep, writeStep, type Story } from '../story/story.ts';
import Stage from './Stage.svelte';

/** A stage on the page. */
export interface StagePage {
  /** The reader has changed the view of the explorer. */
  readonly viewed: () => void;
  readonly close: () => void;
}

/** What the stage needs of the page it stands on. */
export interface StageHome {
  readonly target: HTMLElement;
  readonly explorer: Explorer;
  readonly story: Story;
  /** Names the story in the address. */
  readonly name: string;
  /** The step the address asks for; empty for the first. */
  readonly step: string;
  /** Back to the explorer. */
  readonly leave: () => void;
}

/** Puts a story on stage, in place of what the page shows. */
export function openStagePage({
  target,
  explorer,
  story,
  name,
  step,
  leave,
}: StageHome): StagePage {
  const window_ = crypto.randomUUID();
  const channel = new BroadcastChannel(`tranche-stage-${name}`);
  const briefing = new Briefing(story, explorer, openStage(readStep(step, story) ?? FIRST_STEP), {
    now: () => Date.now(),
    window: window_,
    briefing: name,
    say: (talk) => channel.postMessage(talk),
    changed: ({ step: at }) =>
      history.replaceState(null, '', `#present=${encodeURIComponent(name)}&step=${writeStep(at)}`),
  });
  channel.onmessage = ({ data }) => briefing.hear(data);
  target.replaceChildren();
  const page = mount(Stage, {
    target,
    props: { briefing, animate, onleave: leave, onpresenter: () => undefined },
  });
  void briefing.begin();
  return {
    viewed: () => briefing.viewed(),
    close: () => {
      channel.close();
      void unmount(page);
    },
  };
}

/** Moves things frame by frame; the last moment is always drawn. */
const animate: Animate = (ms, draw) => {
  let stopped = false;
  const begun = performance.now();
  const step = (now: number) => {
    if (stopped) return;
    const t = Math.min(1, Math.max(0, (now - begun) / ms));
    draw(t);
    if (t < 1) requestAnimationFrame(step);
  };
  draw(0);
  requestAnimationFrame(step);
  return () => (stopped = true);
};
