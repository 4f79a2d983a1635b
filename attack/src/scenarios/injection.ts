/** Texts that could become commands, put wherever the platform takes text: none is carried out (OWASP API8). */
import { call } from '../http.ts';
import type { Answered } from '../http.ts';
import type { Scenario } from '../scenario.ts';
import type { Target } from '../target.ts';
import { evidence, payloads } from './payloads.ts';

type Door = readonly [name: string, ask: (target: Target, payload: string) => Promise<Answered>];

const search =
  (body: (payload: string) => object): Door[1] =>
  ({ ask, own }, payload) =>
    ask('rs-catalog', 'POST', '/stac/search', { token: own.tokens.EXPLOIT, body: body(payload) });

const query =
  (name: string): Door[1] =>
  ({ ask, own }, payload) =>
    ask('rs-catalog', 'GET', `/stac/search?${name}=${encoded(payload)}`, { token: own.tokens.EXPLOIT });

const doors: readonly Door[] = [
  ['stac query: property', search((payload) => ({ query: { [payload]: { eq: 1 } } }))],
  ['stac query: value', search((payload) => ({ query: { platform: { eq: payload } } }))],
  ['stac query: pattern', search((payload) => ({ query: { platform: { startsWith: payload, contains: payload } } }))],
  ['stac query: operator', search((payload) => ({ query: { platform: { [payload]: 1 } } }))],
  ['stac sortby', search((payload) => ({ sortby: [{ field: payload, direction: 'asc' }] }))],
  ['stac fields', search((payload) => ({ fields: { include: [payload], exclude: [payload] } }))],
  ['stac ids', search((payload) => ({ ids: [payload] }))],
  ['stac collections', search((payload) => ({ collections: [payload] }))],
  ['stac datetime', search((payload) => ({ datetime: payload }))],
  ['stac intersects', search((payload) => ({ intersects: { type: 'Point', coordinates: [payload, 1] } }))],
  ['stac token', search((payload) => ({ token: payload, page_token: payload }))],
  [
    'stac filter',
    search((payload) => ({
      'filter-lang': 'cql2-json',
      filter: { op: payload, args: [{ property: payload }, payload] },
    })),
  ],
  ['stac filter text', query('filter-lang=cql2-text&filter')],
  ['stac sortby in the address', query('sortby')],
  ['stac bbox in the address', query('bbox')],
  [
    'stac item',
    ({ ask, own }, payload) =>
      ask('rs-catalog', 'GET', `/stac/collections/${encoded(payload)}/items/${encoded(payload)}`, {
        token: own.tokens.EXPLOIT,
      }),
  ],
  [
    'users',
    ({ ask, own }, payload) =>
      ask('rs-admin', 'POST', '/users/search', {
        token: own.tokens.PROJECT_ADMIN,
        body: { email: payload, lastName: payload },
      }),
  ],
  [
    'user by login',
    ({ ask, own }, payload) =>
      ask('rs-admin', 'GET', `/users/email/${encoded(payload)}`, { token: own.tokens.PROJECT_ADMIN }),
  ],
  [
    'role',
    ({ ask, own }, payload) =>
      ask('rs-admin', 'GET', `/roles/${encoded(payload)}`, { token: own.tokens.PROJECT_ADMIN }),
  ],
  [
    'sort of a list',
    ({ ask, own }, payload) =>
      ask('rs-admin', 'POST', `/users/search?sort=${encoded(payload)},asc`, {
        token: own.tokens.PROJECT_ADMIN,
        body: {},
      }),
  ],
  [
    'model',
    ({ ask, own }, payload) =>
      ask('rs-dam', 'POST', '/models', {
        token: own.tokens.PROJECT_ADMIN,
        body: { name: payload, description: payload, type: 'DATA' },
      }),
  ],
  [
    'model by name',
    ({ ask, own }, payload) => ask('rs-dam', 'GET', `/models/${encoded(payload)}`, { token: own.tokens.PROJECT_ADMIN }),
  ],
  [
    'dataset',
    ({ ask, own }, payload) =>
      ask('rs-dam', 'POST', '/datasets', {
        token: own.tokens.PROJECT_ADMIN,
        body: { openSearchSubsettingClause: payload, feature: { label: payload, providerId: payload } },
      }),
  ],
  [
    'products',
    ({ ask, own }, payload) =>
      ask('rs-fem', 'POST', '/admin/features', {
        token: own.tokens.EXPLOIT,
        body: { providerId: payload, model: payload, source: payload, session: payload },
      }),
  ],
  [
    'login',
    ({ platform, own }, payload) =>
      call('POST', `${platform.gateway}/api/v1/rs-authentication/oauth/token?scope=${encoded(own.name)}`, {
        headers: { authorization: `Basic ${btoa(`${platform.oauthClient.id}:${platform.oauthClient.secret}`)}` },
        body: { username: payload, password: payload },
      }),
  ],
  ['scope', ({ ask }, payload) => ask('rs-catalog', 'GET', `/stac/collections?scope=${encoded(payload)}`)],
];

export const injection: Scenario = {
  name: 'injection',
  sentence: 'Text stays text wherever it is put: nothing is carried out, nothing fails, nothing hangs.',
  plan: async (target) => ({
    probes: doors.flatMap(([door, ask]) =>
      payloads.map((payload) => ({
        input: `${door}: ${JSON.stringify(payload.slice(0, 60))}`,
        async run() {
          const { status, text } = await ask(target, payload);
          const isCarriedOut = evidence.some((sign) => sign.test(text));
          return isCarriedOut || status <= 0 || status >= 500 ? `${status} ${text.slice(0, 160)}` : undefined;
        },
      })),
    ),
  }),
};

/** Half a surrogate pair cannot stand in an address at all. */
const encoded = (text: string): string => encodeURIComponent(text.toWellFormed());
