/** Tokens whose time is not up, but which count no more: after a logout, and when somebody may do less than before. */
import { randomUUID } from 'node:crypto';
import { textAt } from '../json.ts';
import type { Probe, Scenario } from '../scenario.ts';
import { logIn } from '../target.ts';
import type { Target } from '../target.ts';

/** So long the platform may take until a token is refused everywhere. */
const effectiveMs = 5_000;

const times = [1, 2, 3, 4] as const;

export const logout: Scenario = {
  name: 'logout',
  sentence: 'A token is refused everywhere 5 s after its bearer logged out, lost their role or was taken out.',
  plan: async (target) => ({
    probes: [],
    inTurn: times.flatMap((time) => [
      probe(target, `${time}: logged out`, async (person) => {
        const body = { token: person.token };
        const { status } = await target.ask('rs-authentication', 'POST', '/oauth/revoke', {
          token: person.token,
          body,
        });
        return status === 200;
      }),
      probe(target, `${time}: in a lower role`, async ({ id }) => {
        const body = { role: { name: 'REGISTERED_USER' } };
        return (
          (await target.ask('rs-admin', 'PUT', `/users/${id}`, { token: administrator(target), body })).status === 200
        );
      }),
      probe(target, `${time}: taken out of the project`, async ({ id }) => {
        return (
          (await target.ask('rs-admin', 'DELETE', `/users/${id}`, { token: administrator(target) })).status === 200
        );
      }),
    ]),
  }),
};

interface Person {
  readonly id: string;
  readonly token: string;
}

const administrator = ({ own }: Target): string => own.tokens.PROJECT_ADMIN;

/** A person whose token is known to every service, and then loses what it says. */
const probe = (target: Target, what: string, lose: (person: Person) => Promise<boolean>): Probe => ({
  input: what,
  async run() {
    const person = await newPerson(target);
    if (!(await seen(target, person.token)).every((status) => status !== 401)) return 'the token never counted';
    if (!(await lose(person))) return 'nothing could be lost';
    const end = Date.now() + effectiveMs;
    let statuses: number[] = [];
    while (Date.now() < end) {
      statuses = await seen(target, person.token);
      if (statuses.every((status) => status === 401)) return undefined;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return `answered ${statuses.join(', ')} after ${effectiveMs} ms`;
  },
});

async function newPerson(target: Target): Promise<Person> {
  const { ask, own, platform } = target;
  const [email, password] = [`${randomUUID()}@example.org`, randomUUID()];
  const body = { email, firstName: 'Eve', lastName: 'Gone', roleName: 'EXPLOIT', password };
  const made = await ask('rs-admin', 'POST', '/users', { token: administrator(target), body });
  return { id: textAt(made.body, 'content.id'), token: await logIn(platform, email, password, own.name) };
}

/** What services answer, through the gateway and past it. */
const seen = async ({ ask, platform }: Target, token: string): Promise<number[]> =>
  Promise.all([
    ask('rs-admin', 'GET', '/users/myuser', { token }),
    ask('rs-dam', 'GET', '/accessgroups', { token }),
    ask('rs-catalog', 'GET', '/stac', { token }),
    ...platform.instances
      .filter(({ service }) => paths[service] !== undefined)
      .map(({ service, url }) => fetch(`${url}${paths[service]}`, { headers: { authorization: `Bearer ${token}` } })),
  ]).then((answers) => answers.map(({ status }) => status));

const paths: Readonly<Record<string, string>> = {
  'rs-admin': '/users/myuser',
  'rs-dam': '/accessgroups',
  'rs-catalog': '/stac',
  'rs-fem': '/jobs',
};
