/** The message reference of a service: what it hears and tells on the broker. */
import { messagesOf } from '@regards/reference';
import type { Delivery, Document, MessageOperation, ServiceDocuments } from '@regards/reference';
import { html } from './html.ts';
import type { Html } from './html.ts';
import type { Page } from './page.ts';
import { prose } from './prose.ts';
import { exampleText, schemaSection, schemasReached, typeView } from './schema-view.ts';

/** Undefined when the service neither tells nor hears. */
export function messagesPage(service: ServiceDocuments): Page | undefined {
  const { name, messages: document } = service;
  if (!document) return undefined;
  const all = messagesOf(service);
  const schemas = schemasReached(
    document,
    all.flatMap(({ headers, payload }) => [headers, payload]),
  );
  const groups = [
    { title: 'Hears', members: all.filter(({ action }) => action === 'receive') },
    { title: 'Tells', members: all.filter(({ action }) => action === 'send') },
  ].filter(({ members }) => members.length > 0);
  return {
    file: `${name}-messages.html`,
    title: `${name} messages`,
    description: `What ${name} hears and tells on the broker.`,
    places: [
      ...groups.flatMap(({ title, members }) =>
        members.map((one, at) => ({ title: one.message, anchor: anchor(one), ...(at === 0 ? { group: title } : {}) })),
      ),
      ...schemas.map((schema, at) => ({
        title: schema,
        anchor: `schema-${schema}`,
        ...(at === 0 ? { group: 'schemas' } : {}),
      })),
    ],
    body: html`<h1>${name} messages</h1>
      <p class="lead">${prose(service.description)}</p>
      <p class="fine">
        Version ${service.version} · <a href="${name}.asyncapi.json">AsyncAPI document</a> ·
        <a href="flows.html">message flows</a>${service.rest ? html` · <a href="${name}.html">REST</a>` : undefined}
      </p>
      ${groups.map(
        ({ title, members }) =>
          html`<h2 id="${title.toLowerCase()}">${title}</h2>
            ${members.map((one) => messageView(document, one))}`,
      )}
      <h2 id="schemas">Schemas</h2>
      ${schemas.map((schema) => schemaSection(document, schema))}`,
  };
}

const anchor = ({ id, action }: MessageOperation): string => `${action}-${id}`;

const messageView = (document: Document, one: MessageOperation): Html =>
  html`<section class="operation" id="${anchor(one)}" aria-labelledby="${anchor(one)}-title">
    <h3 id="${anchor(one)}-title">${one.message}</h3>
    <p>${prose(one.summary)}</p>
    <dl class="facts">
      <div>
        <dt>Exchange</dt>
        <dd><code>${one.exchange.name}</code> (${one.exchange.type})</dd>
      </div>
      <div>
        <dt>Virtual host</dt>
        <dd><code>regards.${one.virtualHost}.manager</code></dd>
      </div>
      ${
        one.routingKey === ''
          ? undefined
          : html`<div>
              <dt>Routing key</dt>
              <dd><code>${one.routingKey}</code></dd>
            </div>`
      }
      <div>
        <dt>Header <code>regards.type</code></dt>
        <dd><code>${one.type}</code></dd>
      </div>
      <div>
        <dt>Header <code>regards.converter</code></dt>
        <dd><code>${one.converter}</code></dd>
      </div>
    </dl>
    ${one.delivery && one.handler ? deliveryView(one.delivery, one.handler) : undefined}
    <p>Headers ${typeView(one.headers)}, payload ${typeView(one.payload)}</p>
    <details>
      <summary>Example</summary>
      <pre tabindex="0"><code>${exampleText(document, one.payload)}</code></pre>
    </details>
  </section> `;

const deliveryView = ({ target, batchSize, batchWait, retry, invalid }: Delivery, handler: string): Html =>
  html`<h4>Delivery</h4>
    <ul>
      <li>
        ${target === 'all' ? 'Every instance hears it, from a queue of its own.' : 'One instance takes it.'} Up to
        ${batchSize} at once, or what came within ${batchWait}.
      </li>
      <li>
        ${retry.length > 0 ? `What fails is tried again after ${retry.join(', ')}; what still fails` : 'What fails'}
        rests in the dead-letter queue with its reason.
      </li>
      <li>
        ${invalid === 'answer' ? 'A message that breaks this contract is answered.' : 'A message that breaks this contract rests in the dead-letter queue with its faults.'}
      </li>
      <li>Handler, which names the queue: <code>${handler}</code></li>
    </ul>`;
