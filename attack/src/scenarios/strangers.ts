/** Another project's objects asked for by their identifiers: nothing of them is shown or changed (OWASP API1). */
import { randomUUID } from 'node:crypto';
import type { Route } from '@regards/core';
import { operations } from '../contracts.ts';
import { at, textAt } from '../json.ts';
import type { Probe, Scenario } from '../scenario.ts';
import type { Target } from '../target.ts';

/** What the other project has: a value for each parameter that names an object, and a word that only it knows. */
interface Possessions {
  readonly identifiers: Readonly<Record<string, string>>;
  readonly word: string;
  /** All of it as its owner sees it. */
  look(): Promise<string>;
}

const attackers = ['EXPLOIT', 'PROJECT_ADMIN', 'INSTANCE_ADMIN'] as const;

export const strangers: Scenario = {
  name: 'strangers',
  sentence: "Another project's objects are neither shown nor changed, whoever asks for them by their identifiers.",
  async plan(target) {
    const possessions = await provide(target);
    const before = await possessions.look();
    return {
      probes: operations
        .filter(hasObject)
        .flatMap(({ service, route }) => attackers.map((role) => probe(target, possessions, service, route, role))),
      inTurn: [
        {
          input: 'all of it, looked at by its owner afterwards',
          async run() {
            const after = await possessions.look();
            return after === before ? undefined : `became ${after}`;
          },
        },
      ],
    };
  },
};

/** Projects and accounts belong to the instance, whose administrator one of the attackers is. */
const hasObject = ({ service, route }: (typeof operations)[number]): boolean =>
  service !== 'rs-admin-instance' && route.parameters.some((parameter) => parameter.in === 'path');

function probe(
  { ask, own, foreign }: Target,
  { identifiers, word }: Possessions,
  service: string,
  route: Route,
  role: (typeof attackers)[number],
): Probe {
  const path = route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(identifiers[name] ?? identifiers['id'] ?? '1'),
  );
  return {
    input: `${role} ${route.method.toUpperCase()} ${service}${path}`,
    async run() {
      const { status, text } = await ask(service, route.method.toUpperCase(), path, {
        token: own.tokens[role],
        // the token's project counts, whatever else is said
        headers: { scope: foreign.name, 'regards.tenant': foreign.name, 'x-tenant': foreign.name },
        ...(route.requestTypes.length > 0 ? { body: { id: identifiers['id'] } } : {}),
      });
      // the path itself may be told back in a refusal
      const shows = status < 400 && text.includes(word);
      return shows || status <= 0 || status >= 500 ? `${status} ${text.slice(0, 160)}` : undefined;
    },
  };
}

/** Gives the other project a model, a product and its people. */
async function provide({ ask, foreign }: Target): Promise<Possessions> {
  const token = foreign.tokens.PROJECT_ADMIN;
  const word = `secret${randomUUID().slice(0, 8)}`;
  const model = { name: word, description: word, type: 'DATA' };
  await ask('rs-dam', 'POST', '/models', { token, body: model });
  const feature = {
    type: 'Feature',
    id: word,
    model: word,
    entityType: 'DATA',
    properties: {},
    files: [],
    geometry: null,
  };
  const made = await ask('rs-fem', 'POST', '/features', {
    token,
    headers: { 'content-type': 'application/geo+json' },
    body: JSON.stringify({
      type: 'FeatureCollection',
      requestOwner: word,
      metadata: { sessionOwner: word, session: word, storages: [], priority: 'NORMAL' },
      features: [feature],
    }),
  });
  const user = await ask('rs-admin', 'GET', `/users/email/${foreign.logins.REGISTERED_USER}`, { token });
  const found = await ask('rs-fem', 'POST', '/admin/features', { token, body: {} });
  const urn =
    textAt(at(at(found.body, 'content'), '0'), 'content.feature.urn') ||
    textAt(at(at(found.body, 'content'), '0'), 'content.urn');
  const userId = textAt(user.body, 'content.id');
  if (userId === '' || urn === '')
    throw new Error(
      `the other project has nothing to be taken: ${made.status} ${made.text} ${found.text.slice(0, 300)}`,
    );
  return {
    word,
    identifiers: {
      id: userId,
      userId,
      email: foreign.logins.REGISTERED_USER,
      modelName: word,
      modelId: '1',
      urn,
      itemId: urn,
      collectionId: word,
    },
    async look() {
      const seen = await Promise.all([
        ask('rs-dam', 'GET', '/models', { token }),
        ask('rs-fem', 'POST', '/admin/features', { token, body: {} }),
        ask('rs-admin', 'GET', `/users/email/${foreign.logins.REGISTERED_USER}`, { token }),
        ask('rs-dam', 'GET', '/accessgroups', { token }),
      ]);
      return seen.map(({ status, text }) => `${status} ${text}`).join('\n');
    },
  };
}
