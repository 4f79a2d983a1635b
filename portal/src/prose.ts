/** The few marks that descriptions in contracts have: `code`, and paragraphs. */
import { html } from './html.ts';
import type { Html } from './html.ts';

/** One line of prose. */
export const prose = (text: string): Html =>
  html`${text.split('`').map((part, at) => (at % 2 === 1 ? html`<code>${part}</code>` : part))}`;
