/** The first page: what there is, and where to begin. */
import { messagesOf, operationsOf } from '@regards/reference';
import type { ServiceDocuments } from '@regards/reference';
import { html } from './html.ts';
import type { Page } from './page.ts';
import { prose } from './prose.ts';

export const homePage = (
  services: readonly ServiceDocuments[],
  rest: readonly Page[],
  messages: readonly Page[],
): Page => ({
  file: 'index.html',
  title: 'Documentation',
  description: 'How to use and extend this REGARDS platform: guides, REST and message references.',
  body: html`<h1>REGARDS</h1>
    <p class="lead">
      A data archive: products go in by REST or messages, are held to their models, versioned, and found by search.
    </p>
    <p>
      <a class="button" href="guide-first-steps.html">First steps</a>
      <a class="button plain" href="flows.html">Message flows</a>
    </p>
    <h2>Services</h2>
    <ul class="cards">
      ${services.map((service) => {
        const { name, description } = service;
        const operations = operationsOf(service).length;
        const heard = messagesOf(service).filter(({ action }) => action === 'receive').length;
        const told = messagesOf(service).filter(({ action }) => action === 'send').length;
        return html`<li>
          <h3>${name}</h3>
          <p>${prose(firstSentence(description))}</p>
          <p class="fine">
            ${
              rest.some(({ file }) => file === `${name}.html`)
                ? html`<a href="${name}.html">${operations} operations</a>`
                : undefined
            }${
              messages.some(({ file }) => file === `${name}-messages.html`)
                ? html` · <a href="${name}-messages.html">hears ${heard}, tells ${told}</a>`
                : undefined
            }
          </p>
        </li> `;
      })}
    </ul>`,
});

/** The whole of a description stands on the service's own page. */
const firstSentence = (text: string): string => /^.*?\.(?=\s|$)/s.exec(text)?.[0] ?? text;
