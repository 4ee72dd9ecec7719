import { mount, type ComponentProps } from 'svelte';
import { Host } from './host.svelte.ts';
import Page from './Page.svelte';

/** Shows the chart that is asked for, in a frame of another page or by itself. */
export function startEmbed(what: Omit<ComponentProps<typeof Page>, 'host'>): void {
  const target = document.getElementById('app');
  if (!target) throw new Error('the page has no place for the chart');
  const { height, theme } = what.request;
  const host = new Host(height, theme);
  host.listen();
  mount(Page, { target, props: { ...what, host } });
}
