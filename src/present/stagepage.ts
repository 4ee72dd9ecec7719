import { mount, unmount } from 'svelte';
import { sheetSvg } from '../export/portable.ts';
import { decodeView, encodeView } from '../model/address.ts';
import type { View } from '../model/view.ts';
import { Briefing } from '../state/briefing.svelte.ts';
import type { Explorer } from '../state/explorer.svelte.ts';
import { NO_FACTS } from '../state/figure.ts';
import { figuresOf } from '../state/scenefigures.ts';
import type { Animate } from '../state/stagepicture.svelte.ts';
import { writeStep, type Story } from '../story/story.ts';
import { readTalk } from '../story/talk.ts';
import { addressOf } from './faceaddress.ts';
import { recall, recalled } from './keepstate.ts';
import { channelOf, readMessage } from './script.ts';
import Speaker from './Speaker.svelte';
import { Speaking } from './speaking.svelte.ts';
import Stage from './Stage.svelte';
import { stayAwake } from './wakelock.ts';
import { windowName } from './windowname.ts';

/** A face of the page that presents. */
export interface StagePage {
  /** The reader has changed the view of the explorer. */
  readonly viewed: (view: View) => void;
  readonly close: () => void;
}

/** What the stage needs of the page it stands on. */
export interface StageHome {
  readonly target: HTMLElement;
  readonly explorer: Explorer;
  readonly story: Story;
  /** Names the story in the address. */
  readonly name: string;
  /** Names the briefing to its windows. */
  readonly briefing: string;
  /** The step the address asks for; empty for the first. */
  readonly step: string;
  /** The view the address has left the script for; null in the script. */
  readonly explored: string | null;
  /** Back to the explorer. */
  readonly leave: () => void;
}

/** Pictures for the speaker's window. */
const PREVIEW = { width: 200, height: 125, type: 1.1 };

/** Puts a story on stage, in place of what the page shows. */
export function openStagePage({
  target,
  explorer,
  story,
  name,
  briefing: called,
  step,
  explored,
  leave,
}: StageHome): StagePage {
  const channel = new BroadcastChannel(channelOf(called));
  let pictures: readonly string[] | null = null;
  let safe = false;
  let closed = false;
  const window = windowName();
  const from = recalled(story, called, { step, away: explored !== null }, window);
  const briefing = new Briefing(story, explorer, from, {
    now: () => Date.now(),
    window,
    briefing: called,
    say: (talk) => channel.postMessage(talk),
    changed: (state, explores) => {
      recall(called, state);
      const view = explores && encodeView(explores, explorer.card);
      history.replaceState(null, '', addressOf('present', name, writeStep(state.step), view));
    },
    painted,
  });
  const sendScript = () => {
    if (pictures) channel.postMessage({ tranche: 'script', briefing: called, story, pictures });
  };
  const tellAlive = () => channel.postMessage({ tranche: 'alive', briefing: called, safe });
  channel.onmessage = ({ data }) => {
    if (readMessage(data, called)?.tranche === 'script wanted') return sendScript();
    briefing.hear(data);
    if (readTalk(data, called)?.asks) tellAlive();
  };
  const sleep = stayAwake();
  target.replaceChildren();
  const onpresenter = () =>
    void open(addressOf('speaker', name), 'tranche-speaker', 'popup,width=1100,height=800');
  const [drawn, ondrawn] = signal();
  const [prepared, onprepared] = signal();
  const page = mount(Stage, {
    target,
    props: {
      briefing,
      animate,
      onleave: leave,
      onpresenter,
      onhandout: () => location.assign(addressOf('handout', name)),
      ondrawn,
      onprepared,
    },
  });
  const begins = explored === null ? null : decodeView(explored, explorer.card);
  // The engine has one thing to do before the first picture is there.
  void Promise.all([briefing.begin(begins), drawn]).then(async () => {
    // Every scene is asked and drawn once: after that the story needs neither worker nor network.
    const { engine, book } = explorer;
    const look = { size: PREVIEW, theme: 'light', facts: NO_FACTS } as const;
    // A press is answered between two of them.
    const figures = await figuresOf(engine, story, { ...look, between: painted }, book);
    if (closed) return;
    pictures = figures.map(({ sheet }) => sheetSvg(sheet));
    sendScript();
    // The speaker does not wait for the stage, which draws nothing ahead while somebody explores.
    await prepared;
    if (closed) return;
    safe = true;
    tellAlive();
  });
  return {
    viewed: (view) => briefing.viewed(view),
    close: () => {
      closed = true;
      sleep();
      channel.close();
      void unmount(page);
    },
  };
}

/** The speaker's window: it has no data of its own and is given all by the stage. */
export function openSpeakerPage(target: HTMLElement, name: string, briefing: string): StagePage {
  const speaking = new Speaking(briefing);
  target.replaceChildren();
  const onstage = () => void open(addressOf('present', name, writeStep(speaking.state.step)));
  const page = mount(Speaker, { target, props: { speaking, onstage } });
  return {
    viewed: () => undefined,
    close: () => {
      speaking.close();
      void unmount(page);
    },
  };
}

/** What resolves once, and what makes it. */
function signal(): [Promise<void>, () => void] {
  let give = () => {};
  return [new Promise((resolve) => (give = resolve)), () => give()];
}

/** A window out of sight draws no frame; it is waited for no longer than this, in ms. */
const FRAME_LATEST = 250;

/** After the next frame, so that a press is answered before the picture is worked at. */
function painted(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, FRAME_LATEST);
    requestAnimationFrame(() => setTimeout(resolve));
  });
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
