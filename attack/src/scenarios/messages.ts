/** Messages with a missing, invented or forged project: each is put aside, and no product of anybody changes. */
import { randomUUID } from 'node:crypto';
import * as fem from '@regards/generated/rs-fem/messages';
import { brokerAt } from '../broker.ts';
import type { RawMessage } from '../broker.ts';
import type { Scenario } from '../scenario.ts';
import type { Target } from '../target.ts';

/** What clients may send: each is the publication of what rs-fem hears. */
const heard = [fem.featureCreationRequest, fem.featureUpdateRequest, fem.featureDeletionRequest];

/** Not counted: dead letters are looked at until all are there, or this is over. */
const restingWithinMs = 30_000;

const tenants = (own: string): readonly (readonly [name: string, value: unknown])[] => [
  ['none', undefined],
  ['empty', ''],
  ['a space', ' '],
  ['unknown', 'nobody-here'],
  ['instance', 'instance'],
  ['in capitals', own.toUpperCase()],
  ['with a path', `../${own}`],
  ['with SQL', `${own}"; drop schema public cascade; --`],
  ['with another behind a comma', `${own},other`],
  ['with a null character', `${own}\u0000`],
  ['too long', 'x'.repeat(10_000)],
  ['a number', 42],
  ['true', true],
  ['a list', [own]],
  ['an object', { name: own }],
];

export const messages: Scenario = {
  name: 'messages',
  sentence: 'A message of a missing, invented or forged project is put aside with its reason, and changes nothing.',
  async plan(target) {
    const broker = brokerAt(target.platform.amqp.management, target.platform.amqp.multitenant);
    const before = await productsOf(target);
    const sent: string[] = [];
    return {
      probes: heard.flatMap(({ exchange, type }) =>
        tenants(target.foreign.name).map(([name, tenant]) => ({
          input: `${type.split('.').at(-1) ?? type} of project: ${name}`,
          async run() {
            const id = randomUUID();
            const isTaken = await broker.publish(message(id, exchange.name, type, tenant, target));
            if (isTaken) sent.push(id);
            return isTaken ? undefined : 'no queue took it';
          },
        })),
      ),
      inTurn: [
        {
          input: 'where all of them rest',
          async run() {
            const resting = await untilResting(broker.deadLetters, sent);
            const lost = sent.filter((id) => !resting.has(id));
            return lost.length === 0 ? undefined : `${lost.length} of ${sent.length} rest in no dead-letter queue`;
          },
        },
        {
          input: 'the products of both projects',
          async run() {
            const after = await productsOf(target);
            return after === before ? undefined : `${before} became ${after}`;
          },
        },
      ],
    };
  },
};

function message(id: string, exchange: string, type: string, tenant: unknown, { own }: Target): RawMessage {
  return {
    exchange,
    payload: JSON.stringify({
      type: 'Feature',
      requestOwner: 'eve',
      metadata: { sessionOwner: 'eve', session: 'attack', storages: [], priority: 'NORMAL', override: true },
      feature: { type: 'Feature', id, model: 'none', entityType: 'DATA', properties: {}, files: [], geometry: null },
      urn: `URN:FEATURE:DATA:${own.name}:00000000-0000-0000-0000-000000000000:V1`,
      priority: 'NORMAL',
    }),
    headers: {
      ...(tenant === undefined ? {} : { 'regards.tenant': tenant }),
      'regards.type': type,
      'regards.converter': 'GSON',
      'regards.request.id': id,
      'regards.request.date': new Date().toISOString(),
      'regards.request.owner': 'eve',
    },
    properties: { message_id: id },
  };
}

async function untilResting(
  look: () => Promise<ReadonlySet<string>>,
  wanted: readonly string[],
): Promise<ReadonlySet<string>> {
  const deadline = Date.now() + restingWithinMs;
  for (;;) {
    const resting = await look();
    if (wanted.every((id) => resting.has(id)) || Date.now() > deadline) return resting;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

async function productsOf({ ask, own, foreign }: Target): Promise<string> {
  const answers = await Promise.all(
    [own, foreign].map(({ tokens }) =>
      ask('rs-fem', 'POST', '/admin/features?size=1000', { token: tokens.PROJECT_ADMIN, body: {} }),
    ),
  );
  return answers.map(({ text }) => text).join('\n');
}
