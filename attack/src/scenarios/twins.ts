/** Two projects that call everything by the same names: what becomes of one's things is no matter of the other. */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { NativeRole } from '@regards/core';
import { at, textAt } from '../json.ts';
import type { Probe, Scenario } from '../scenario.ts';
import { logIn } from '../target.ts';
import type { Project, Target } from '../target.ts';

/** A product is found so long after it was handed in, on a machine that does much else. */
const foundWithinMs = 30_000;

export const twins: Scenario = {
  name: 'twins',
  sentence: 'Two projects that use the same names and identifiers have nothing in common, whatever becomes of either.',
  async plan(target) {
    const [one, other] = await makeBoth(target);
    return {
      probes: views.flatMap((view) => [shown(target, view, one, other), shown(target, view, other, one)]),
      inTurn: [
        changed(target, one, other),
        ...removals.map((removal) => removed(target, removal, one, other)),
        ...views.map((view) => shown(target, view, other, one)),
      ],
    };
  },
};

/** A project with its things, each named as those of its twin, and what only they hold. */
interface Twin {
  readonly project: Project;
  readonly name: string;
  readonly word: string;
  readonly urn: string;
  readonly email: string;
  /** Of the person whom both projects know. */
  readonly token: string;
}

const geoJson = { 'content-type': 'application/geo+json' };

const administrator = ({ project }: Twin): string => project.tokens.PROJECT_ADMIN;

interface View {
  readonly what: string;
  /** What belongs to no dataset is shown by no catalogue: there it is enough that nothing of the other's is. */
  readonly mayBeEmpty?: boolean;
  /** What the project shows of it. */
  look(target: Target, twin: Twin): Promise<string>;
}

const read = (what: string, service: string, path: (twin: Twin) => string): View => ({
  what,
  look: async ({ ask }, twin) => (await ask(service, 'GET', path(twin), { token: administrator(twin) })).text,
});

const views: readonly View[] = [
  read('the model', 'rs-dam', ({ name }) => `/models/${name}`),
  read('all models', 'rs-dam', () => '/models'),
  read('the person', 'rs-admin', ({ email }) => `/users/email/${email}`),
  { ...read('the catalogue', 'rs-catalog', ({ name }) => `/stac/search?ids=${name}&limit=100`), mayBeEmpty: true },
  {
    what: 'the product',
    look: async ({ ask }, twin) =>
      (await ask('rs-fem', 'POST', '/admin/features', { token: administrator(twin), body: {} })).text,
  },
  {
    what: 'the person to themselves',
    look: async ({ ask }, { token }) => (await ask('rs-admin', 'GET', '/users/myuser', { token })).text,
  },
];

/** Shows what is its own, and nothing of the other's. */
const shown = (target: Target, view: View, own: Twin, other: Twin): Probe => ({
  input: `${view.what} of ${own.project.name}, beside ${other.project.name}`,
  async run() {
    for (const end = Date.now() + foundWithinMs; ; await pause(500)) {
      const text = await view.look(target, own);
      if (isOf(other, text)) return `shows what the other keeps: ${text.slice(0, 200)}`;
      if (view.mayBeEmpty || isOf(own, text)) return undefined;
      if (Date.now() > end) return `shows nothing of its own: ${text.slice(0, 200)}`;
    }
  },
});

const isOf = ({ word, urn }: Twin, text: string): boolean => text.includes(word) || text.includes(urn);

/** The person's role in one project is none in the other. */
const changed = (target: Target, one: Twin, other: Twin): Probe => ({
  input: 'the person, in a higher role in one of the projects',
  async run() {
    const { ask } = target;
    const person = await ask('rs-admin', 'GET', `/users/email/${one.email}`, { token: administrator(one) });
    const body = { role: { name: 'ADMIN' } };
    const path = `/users/${textAt(person.body, 'content.id')}`;
    const raised = await ask('rs-admin', 'PUT', path, { token: administrator(one), body });
    if (raised.status !== 200) return `the role could not be changed: ${raised.status} ${raised.text.slice(0, 200)}`;
    const { status } = await ask('rs-dam', 'GET', '/models', { token: other.token });
    return status === 403 ? undefined : `the other project answered ${status}`;
  },
});

interface Removal {
  readonly what: string;
  readonly remove: (target: Target, twin: Twin) => Promise<number>;
}

const removals: readonly Removal[] = [
  {
    what: 'the product',
    remove: async ({ ask }, twin) =>
      (
        await ask('rs-fem', 'DELETE', '/features', {
          token: administrator(twin),
          headers: geoJson,
          body: JSON.stringify({ featuresUrns: [twin.urn] }),
        })
      ).status,
  },
  {
    what: 'the person',
    async remove({ ask }, twin) {
      const token = administrator(twin);
      const { body } = await ask('rs-admin', 'GET', `/users/email/${twin.email}`, { token });
      return (await ask('rs-admin', 'DELETE', `/users/${textAt(body, 'content.id')}`, { token })).status;
    },
  },
];

const removed = (target: Target, { what, remove }: Removal, one: Twin, other: Twin): Probe => ({
  input: `${what} of ${one.project.name}, taken out`,
  async run() {
    const status = await remove(target, one);
    if (status >= 300) return `taking it out was answered ${status}`;
    const end = Date.now() + 6_000;
    while (Date.now() < end) {
      const { status: seen } = await target.ask('rs-admin', 'GET', '/users/myuser', { token: other.token });
      if (seen !== 200) return `the person was answered ${seen} in ${other.project.name}`;
      await pause(1_000);
    }
    return undefined;
  },
});

async function makeBoth(target: Target): Promise<[Twin, Twin]> {
  const name = `twin${randomUUID().slice(0, 8)}`;
  const [email, password] = [`${name}@example.org`, randomUUID()];
  const make = async (project: Project, role: NativeRole): Promise<Twin> => {
    const word = `word${randomUUID().slice(0, 8)}`;
    const { ask, platform } = target;
    const token = project.tokens.PROJECT_ADMIN;
    const person = { email, firstName: 'Castor', lastName: word, roleName: role, password };
    await expected(201, () => ask('rs-admin', 'POST', '/users', { token, body: person }));
    const model = { name, description: word, type: 'DATA' };
    await expected(200, () => ask('rs-dam', 'POST', '/models', { token, body: model }));
    await ask('rs-dam', 'POST', '/accessgroups', { token, body: { name, isPublic: false } });
    const body = JSON.stringify(productOf(name, word));
    await expected(201, () => ask('rs-fem', 'POST', '/features', { token, headers: geoJson, body }));
    const urn = await found(target, token);
    return { project, name, word, urn, email, token: await logIn(platform, email, password, project.name) };
  };
  return [await make(target.own, 'REGISTERED_USER'), await make(target.foreign, 'EXPLOIT')];
}

const geometry = { type: 'Point', coordinates: [1.5, 43.6] };

/** Its word stands where its source is named, so that no model has to know it. */
const productOf = (name: string, word: string): object => ({
  type: 'FeatureCollection',
  requestOwner: word,
  metadata: { sessionOwner: word, session: word, storages: [], priority: 'NORMAL' },
  features: [{ type: 'Feature', id: name, model: name, entityType: 'DATA', properties: {}, files: [], geometry }],
});

/** The name that rs-fem gave the product. */
async function found({ ask }: Target, token: string): Promise<string> {
  for (const end = Date.now() + foundWithinMs; Date.now() < end;) {
    const { body } = await ask('rs-fem', 'POST', '/admin/features', { token, body: {} });
    const product = at(at(body, 'content'), '0');
    const urn = textAt(product, 'content.feature.urn') || textAt(product, 'content.urn');
    if (urn !== '') return urn;
    await pause(200);
  }
  throw new Error('the product of a twin was not found');
}

async function expected(status: number, ask: () => Promise<{ readonly status: number; readonly text: string }>) {
  const answer = await ask();
  if (answer.status !== status) throw new Error(`a twin cannot be made: ${answer.status} ${answer.text.slice(0, 300)}`);
}
