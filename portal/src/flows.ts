/** Who tells what and who hears it, drawn from the contracts of all services. */
import { messagesOf } from '@regards/reference';
import type { ServiceDocuments } from '@regards/reference';
import { html } from './html.ts';
import type { Html } from './html.ts';
import type { Page } from './page.ts';

export interface Flow {
  readonly message: string;
  readonly exchange: string;
  readonly summary: string;
  /** Services that tell it; [] when clients do. */
  readonly from: readonly string[];
  /** Services that hear it; [] when it is for whoever listens. */
  readonly to: readonly string[];
  /** Page and place of its reference. */
  readonly reference: string;
}

/** One flow an exchange, those of one teller together. */
export function flowsOf(services: readonly ServiceDocuments[]): Flow[] {
  const all = services.flatMap(messagesOf);
  return [...Map.groupBy(all, ({ exchange }) => exchange.name).values()]
    .flatMap((operations): Flow[] => {
      const told = operations.filter(({ action }) => action === 'send');
      const heard = operations.filter(({ action }) => action === 'receive');
      const [first] = [...told, ...heard];
      if (!first) return [];
      return [
        {
          message: first.message,
          exchange: first.exchange.name,
          summary: first.summary,
          from: told.map(({ service }) => service),
          to: heard.map(({ service }) => service),
          reference: `${first.service}-messages.html#${first.action}-${first.id}`,
        },
      ];
    })
    .toSorted((one, other) => one.from.join().localeCompare(other.from.join()));
}

export function flowsPage(services: readonly ServiceDocuments[]): Page {
  const flows = flowsOf(services);
  return {
    file: 'flows.html',
    title: 'Message flows',
    description: 'Which service tells which message, and which services hear it.',
    body: html`<h1>Message flows</h1>
      <p class="lead">Which service tells which message, and which services hear it.</p>
      <div class="wide" tabindex="0" role="region" aria-label="Drawing of the flows">${drawing(flows)}</div>
      <h2>The same as a table</h2>
      <div class="wide">
        <table>
          <thead>
            <tr>
              <th>Told by</th>
              <th>Message</th>
              <th>Heard by</th>
            </tr>
          </thead>
          <tbody>
            ${flows.map(
              ({ from, to, message, summary, reference }) =>
                html`<tr>
                  <td>${tellers(from).join(', ')}</td>
                  <th scope="row"><a href="${reference}">${message}</a><br /><span class="fine">${summary}</span></th>
                  <td>${listeners(to).join(', ')}</td>
                </tr> `,
            )}
          </tbody>
        </table>
      </div>`,
  };
}

const tellers = (from: readonly string[]): readonly string[] => (from.length > 0 ? from : ['clients']);
const listeners = (to: readonly string[]): readonly string[] => (to.length > 0 ? to : ['whoever listens']);

/** Columns: tellers, messages, listeners; a line of a message is so high, in pixels. */
const lineHeight = 34;
const gap = 14;
const columns = {
  from: 8,
  fromWidth: 148,
  message: 232,
  messageWidth: 276,
  to: 620,
  toWidth: 148,
  width: 780,
} as const;

interface Placed {
  readonly name: string;
  readonly y: number;
}

function drawing(flows: readonly Flow[]): Html {
  let y = 44;
  let teller = '';
  const rows = flows.map((flow) => {
    const name = tellers(flow.from).join(', ');
    if (teller !== '' && name !== teller) y += gap;
    teller = name;
    const at = y;
    y += lineHeight;
    return { flow, name, y: at };
  });
  const height = y + 8;
  const boxes = [...Map.groupBy(rows, ({ name }) => name)].map(([name, members]): Placed => ({
    name,
    y: middle(members),
  }));
  const ends = spread(
    [...new Set(flows.flatMap(({ to }) => listeners(to)))].map((name) => ({
      name,
      y: middle(rows.filter(({ flow }) => listeners(flow.to).includes(name))),
    })),
  );
  const yOf = (placed: readonly Placed[], name: string): number => placed.find((one) => one.name === name)?.y ?? 0;
  return html`<svg
    class="flows"
    role="img"
    aria-label="Services that tell, messages, services that hear; the table below says the same"
    viewBox="0 0 ${columns.width} ${height}"
    width="${columns.width}"
    height="${height}"
  >
    <g class="heads">
      <text x="${columns.from}" y="22">told by</text>
      <text x="${columns.message}" y="22">message</text>
      <text x="${columns.to}" y="22">heard by</text>
    </g>
    ${rows.map(({ flow, name, y: at }) => [
      html`<path class="flow" d="${curve(columns.from + columns.fromWidth, yOf(boxes, name), columns.message, at)}" />`,
      listeners(flow.to).map(
        (one) =>
          html`<path
            class="flow"
            d="${curve(columns.message + columns.messageWidth, at, columns.to, yOf(ends, one))}"
          />`,
      ),
    ])}
    ${boxes.map((one) => box(one, columns.from, columns.fromWidth, 'service'))}
    ${rows.map(({ flow, y: at }) => html`<a href="${flow.reference}">${box({ name: flow.message, y: at }, columns.message, columns.messageWidth, 'message')}</a>`)}
    ${ends.map((one) => box(one, columns.to, columns.toWidth, 'service'))}
  </svg>`;
}

const middle = (rows: readonly { readonly y: number }[]): number => ((rows.at(0)?.y ?? 0) + (rows.at(-1)?.y ?? 0)) / 2;

/** Moves apart what would lie on one another. */
function spread(placed: readonly Placed[]): Placed[] {
  let free = 0;
  return placed
    .toSorted((one, other) => one.y - other.y)
    .map(({ name, y }) => {
      const at = Math.max(y, free);
      free = at + lineHeight + gap;
      return { name, y: at };
    });
}

const box = ({ name, y }: Placed, x: number, width: number, kind: string): Html =>
  html`<g class="${kind}"
    ><rect x="${x}" y="${y - 13}" width="${width}" height="26" rx="6" /><text
      x="${x + width / 2}"
      y="${y + 5}"
      text-anchor="middle"
      >${name}</text
    ></g
  > `;

const curve = (x1: number, y1: number, x2: number, y2: number): string => {
  const half = (x1 + x2) / 2;
  return `M${x1} ${y1} C${half} ${y1} ${half} ${y2} ${x2} ${y2}`;
};
