/** The demo project: made by documented calls, with one user a role, unless it is there already. */
import { setTimeout as pause } from 'node:timers/promises';
import { accountsOf, demoTenant, rootLogin } from './accounts.ts';
import { PlatformFailure } from './failure.ts';
import { member } from './gateway.ts';
import type { Answer, Gateway } from './gateway.ts';
import { limits } from './limits.ts';
import type { Secrets } from './secrets.ts';

const project = {
  name: demoTenant,
  label: 'Demonstration',
  description: 'Sample products to try the platform with.',
  isPublic: true,
  isAccessible: true,
  isDeleted: false,
  crs: 'WGS_84',
  isPoleToBeManaged: false,
};

/** Makes what is missing of the demo project and its users. Throws PlatformFailure when the platform refuses. */
export async function ensureDemo(gateway: Gateway, secrets: Secrets): Promise<void> {
  const instance = await patiently('the instance administrator cannot log in', () =>
    gateway.token(rootLogin, secrets.root, 'instance'),
  );
  // An instance that has just started may not have met the issuer of tokens yet.
  await patiently('the demo project cannot be made', async () => {
    const found = await gateway.call('GET', `rs-admin-instance/projects/${demoTenant}`, { token: instance });
    if (found.status === 200) return;
    expect(await gateway.call('POST', 'rs-admin-instance/projects', { token: instance, body: project }), 201);
  });
  const root = await patiently('the new project is not usable', () =>
    gateway.token(rootLogin, secrets.root, demoTenant),
  );
  for (const { login, password, scope, role } of accountsOf(secrets)) {
    if (scope !== demoTenant) continue;
    await patiently(`${login} cannot be added to the project`, async () => {
      const known = await gateway.call('GET', `rs-admin/users/email/${encodeURIComponent(login)}`, { token: root });
      if (known.status === 200) return;
      const [firstName = '', lastName = ''] = names[role];
      expect(
        await gateway.call('POST', 'rs-admin/users', {
          token: root,
          body: { email: login, firstName, lastName, roleName: role, password },
        }),
        201,
      );
    });
  }
}

const names = {
  INSTANCE_ADMIN: ['Ines', 'Root'],
  PROJECT_ADMIN: ['Ada', 'Admin'],
  EXPLOIT: ['Omar', 'Operator'],
  REGISTERED_USER: ['Uma', 'User'],
} as const;

/** Products that anyone may find in the demo project, of some collections or of all; undefined without an answer. */
export async function searchableProducts(
  gateway: Gateway,
  collections?: readonly string[],
): Promise<number | undefined> {
  const body = { limit: 1, ...(collections ? { collections } : {}) };
  const answer = await gateway.call('POST', 'rs-catalog/stac/search', { scope: demoTenant, body });
  if (answer.status !== 200) return undefined;
  const matched = member(answer.body, 'numberMatched') ?? member(member(answer.body, 'context'), 'matched');
  if (typeof matched === 'number') return matched;
  const features = member(answer.body, 'features');
  return Array.isArray(features) && features.length > 0 ? moreThanCounted : 0;
}

/** rs-catalog counts as many matches; it gives no number when there are more. */
const mostCounted = 10_000;
const moreThanCounted = mostCounted + 1;

/** A number of searchable products as people read it. */
export const toldCount = (found: number): string =>
  found === moreThanCounted ? `more than ${mostCounted}` : String(found);

/** A project is made on many services; what is refused right after its creation may work a moment later. */
export async function patiently<T>(what: string, work: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + limits.usableWithinMs;
  for (;;) {
    try {
      return await work();
    } catch (failure) {
      if (!(failure instanceof PlatformFailure)) throw failure;
      if (Date.now() > deadline) throw new PlatformFailure(`${what}: ${failure.message}`, { cause: failure });
      await pause(200);
    }
  }
}

function expect(answer: Answer, status: number): void {
  if (answer.status !== status) throw new PlatformFailure(answer.told);
}
