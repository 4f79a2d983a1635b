/** Rights that a project changed: nobody below its administrators changes any, and a right taken is gone in time. */
import { mayCall } from '@regards/core';
import type { NativeRole, Route } from '@regards/core';
import { operations } from '../contracts.ts';
import { statusFromAnother } from '../from.ts';
import { at, textAt } from '../json.ts';
import type { Probe, Scenario } from '../scenario.ts';
import type { Target } from '../target.ts';

/** So long the platform may take until a change is effective everywhere. */
const effectiveMs = 5_000;

const climbers = ['REGISTERED_USER', 'EXPLOIT', 'ADMIN'] as const;

/** Operations whose rights are taken for a while; each costs some seconds. */
const mostTaken = 8;

export const changedRights: Scenario = {
  name: 'changed-rights',
  sentence:
    'Only administrators change rights, nothing of the instance is given away, and a right taken, or an address, is gone in 5 s.',
  plan: async (target) => ({
    probes: [...climbers.flatMap((role) => climbs(target, role)), ...giveaways(target)],
    inTurn: [
      ...operations
        .filter(isHarmless)
        .slice(0, mostTaken)
        .map(({ service, route }) => taken(target, service, route)),
      ...(['EXPLOIT', 'PUBLIC', 'PROJECT_ADMIN'] as const).map((role) => placed(target, role)),
    ],
  }),
};

/** What somebody tries who wants more than they have. */
const climbs = ({ ask, own }: Target, role: (typeof climbers)[number]): Probe[] =>
  (
    [
      ['POST', '/roles', { name: 'MINE', parentRole: { name: 'ADMIN' } }],
      ['PUT', `/roles/${role}`, { name: role, authorizedAddresses: [] }],
      ['DELETE', '/roles/PUBLIC', undefined],
      ['POST', `/roles/${role}/resources`, { id: 1 }],
      ['DELETE', '/roles/PUBLIC/resources/1', undefined],
      ['PUT', '/resources/1', { id: 1, description: 'mine' }],
      ['POST', '/resources/microservices/rs-dam', []],
    ] as const
  ).map(([method, path, body]) => ({
    input: `${role} ${method} rs-admin${path}`,
    async run() {
      const { status } = await ask('rs-admin', method, path, { token: own.tokens[role], body });
      return status === 403 ? undefined : `answered ${status}`;
    },
  }));

/** What belongs to the instance, given away by those who may give what belongs to a project. */
const giveaways = (target: Target): Probe[] => [
  {
    input: 'PROJECT_ADMIN gives EXPLOIT to declare operations',
    async run() {
      const id = await numberOf(
        target,
        'rs-admin',
        '/resources/microservices/{microservice}',
        'POST',
        'INSTANCE_ADMIN',
      );
      const { status } = await give(target, 'EXPLOIT', id);
      return status === 403 ? undefined : `answered ${status}`;
    },
  },
  {
    input: 'PROJECT_ADMIN declares operations of rs-dam',
    async run() {
      const path = '/resources/microservices/rs-dam';
      const { status } = await target.ask('rs-admin', 'POST', path, {
        token: target.own.tokens.PROJECT_ADMIN,
        body: [],
      });
      return status === 403 ? undefined : `answered ${status}`;
    },
  },
];

/** Whatever it answers, asking does nothing. */
const isHarmless = ({ service, route }: (typeof operations)[number]): boolean =>
  service !== 'rs-admin-instance' &&
  route.method === 'get' &&
  !route.path.includes('{') &&
  mayCall('ADMIN', route.access) &&
  route.access !== 'NONE';

/** Taken from ADMIN it is taken from everybody; given back it is what it was. */
const taken = (target: Target, service: string, route: Route): Probe => ({
  input: `${service} ${route.path} is taken, and given back`,
  async run() {
    const { ask, own } = target;
    const token = own.tokens.PROJECT_ADMIN;
    const holder = route.access as NativeRole;
    const id = await numberOf(target, service, route.path, 'GET', 'PROJECT_ADMIN');
    const { status } = await ask('rs-admin', 'DELETE', `/roles/ADMIN/resources/${id}`, { token });
    if (status !== 204) return `taking it was answered ${status}`;
    const isRefused = await comesTrue(async () => (await seen(target, service, route)).every((one) => one === 403));
    const given = await give(target, holder, id);
    if (given.status !== 201) return `giving it back was answered ${given.status}`;
    const isOpen = await comesTrue(async () => (await seen(target, service, route)).some((one) => one !== 403));
    if (!isRefused) return `was still answered ${effectiveMs} ms after it was taken`;
    return isOpen ? undefined : `was still refused ${effectiveMs} ms after it was given back`;
  },
});

/** Where nobody here stands (RFC 5737). */
const elsewhere = '192.0.2.7';

/** What a caller may say to come from elsewhere. */
const claims: readonly Readonly<Record<string, string>>[] = [
  {},
  ...[
    'x-forwarded-for',
    'x-real-ip',
    'x-client-ip',
    'true-client-ip',
    'x-original-forwarded-for',
    'cf-connecting-ip',
  ].map((name) => ({ [name]: elsewhere })),
  { 'x-forwarded-for': `${elsewhere}, 127.0.0.1` },
  { 'x-forwarded-for': `${elsewhere}, ${elsewhere}`, forwarded: `for=${elsewhere}` },
  { forwarded: `for=${elsewhere};proto=https` },
];

/** What a proxy passes on of a caller who says so: it adds where the caller comes from. */
const passedOn = { 'x-forwarded-for': `${elsewhere}, 203.0.113.9` };

/** A role that counts from elsewhere alone counts nowhere here, whatever its holders say of themselves. */
const placed = (target: Target, role: 'EXPLOIT' | 'PUBLIC' | 'PROJECT_ADMIN'): Probe => ({
  input: `${role} counts from ${elsewhere} alone`,
  async run() {
    const { ask, own, platform } = target;
    const limit = async (authorizedAddresses: readonly string[]) =>
      ask('rs-admin', 'PUT', `/roles/${role}`, {
        token: own.tokens.INSTANCE_ADMIN,
        body: { name: role, authorizedAddresses },
      });
    const holder: Readonly<Record<string, string>> =
      role === 'PUBLIC' ? { scope: own.name } : { authorization: `Bearer ${own.tokens[role]}` };
    const asked = async (headers: Readonly<Record<string, string>>): Promise<number[]> =>
      Promise.all(
        places.map(([service, path]) =>
          statusFromAnother(`${platform.gateway}/api/v1/${service}${path}`, { ...holder, ...headers }),
        ),
      );
    const proxied = () =>
      Promise.all(places.map(([service, path]) => ask(service, 'GET', path, { headers: { ...holder, ...passedOn } })));
    const { status } = await limit([`${elsewhere}/32`]);
    if (status !== 200) return `setting the address was answered ${status}`;
    const isRefused = await comesTrue(async () => (await asked({})).every((one) => one === 401));
    const letIn = await Promise.all(
      claims.map(async (headers) => ((await asked(headers)).every((one) => one === 401) ? [] : [headers])),
    );
    if ((await proxied()).some((one) => one.status !== 401)) letIn.push([passedOn]);
    const freed = await limit([]);
    if (freed.status !== 200) return `taking the address away was answered ${freed.status}`;
    const isOpen = await comesTrue(async () => (await asked({})).every((one) => one === 200));
    if (!isRefused) return `was still let in ${effectiveMs} ms after the address was set`;
    if (letIn.flat().length > 0) return `was let in as ${JSON.stringify(letIn.flat())}`;
    return isOpen ? undefined : `was still refused ${effectiveMs} ms after the address was taken away`;
  },
});

/** Of each service an operation that is open to everybody. */
const places = [
  ['rs-admin', '/roles/borrowables'],
  ['rs-dam', '/models/attributes'],
  ['rs-catalog', '/stac'],
] as const;

/** What every role below the administrators is answered. */
const seen = ({ ask, own }: Target, service: string, route: Route): Promise<number[]> =>
  Promise.all([
    ask(service, 'GET', route.path, { scope: own.name }).then(({ status }) => status),
    ...climbers.map(async (role) => (await ask(service, 'GET', route.path, { token: own.tokens[role] })).status),
  ]);

const give = ({ ask, own }: Target, role: string, id: string) =>
  ask('rs-admin', 'POST', `/roles/${role}/resources`, { token: own.tokens.PROJECT_ADMIN, body: { id: Number(id) } });

async function numberOf(
  { ask, own }: Target,
  service: string,
  path: string,
  verb: string,
  role: 'PROJECT_ADMIN' | 'INSTANCE_ADMIN',
): Promise<string> {
  const { body } = await ask('rs-admin', 'GET', `/resources/microservices/${service}?size=2000`, {
    token: own.tokens[role],
  });
  const listed = at(body, 'content');
  const found = (Array.isArray(listed) ? (listed as unknown[]) : []).find(
    (one) => textAt(one, 'content.resource') === path && textAt(one, 'content.verb') === verb,
  );
  return textAt(found, 'content.id') || '0';
}

async function comesTrue(ask: () => Promise<boolean>): Promise<boolean> {
  for (const end = Date.now() + effectiveMs; Date.now() < end;) {
    if (await ask()) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}
