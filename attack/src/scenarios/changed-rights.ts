/** Rights that a project changed: nobody below its administrators changes any, and a right taken is gone in time. */
import { mayCall } from '@regards/core';
import type { NativeRole, Route } from '@regards/core';
import { operations } from '../contracts.ts';
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
    'Only administrators change rights, nothing of the instance is given away, and a right taken is gone in 5 s.',
  plan: async (target) => ({
    probes: [...climbers.flatMap((role) => climbs(target, role)), ...giveaways(target)],
    inTurn: operations
      .filter(isHarmless)
      .slice(0, mostTaken)
      .map(({ service, route }) => taken(target, service, route)),
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
