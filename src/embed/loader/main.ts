/**
 * What a page loads that embeds charts: the element `<tranche-chart>`. Its content is the picture
 * with a link, which stands until the live chart is there in a frame over it, and for good where
 * that never comes. Plain DOM: no markup from text, no shadow tree, no style a policy could refuse.
 */
import { attach } from './attach.ts';

class TrancheChart extends HTMLElement {
  // Declared alone, so that no field has to be made for browsers that do not know them.
  declare detach?: () => void;

  connectedCallback(): void {
    this.detach = attach(this);
  }

  disconnectedCallback(): void {
    this.detach?.();
  }
}

if (!customElements.get('tranche-chart')) customElements.define('tranche-chart', TrancheChart);
