/** What is attacked: the platform, and two projects made for it with people in every role. */
import { randomUUID } from 'node:crypto';
import type { NativeRole } from '@regards/core';
import type { PlatformDescription } from './description.ts';
import { call } from './http.ts';
import type { Answered, Asked } from './http.ts';

export interface Project {
  readonly name: string;
  /** A token for each role. */
  readonly tokens: Readonly<Record<Exclude<NativeRole, 'PUBLIC'>, string>>;
  /** The login of each role's user. */
  readonly logins: Readonly<Record<Exclude<NativeRole, 'PUBLIC'>, string>>;
}

export interface Target {
  readonly platform: PlatformDescription;
  /** The attacker's own project, whose people try. */
  readonly own: Project;
  /** Somebody else's, which they must not reach. */
  readonly foreign: Project;
  /** Folder of the platform's logs, which may not be there. */
  readonly logs: string;
  /** Calls a service through the gateway. */
  readonly ask: (service: string, method: string, path: string, asked?: Asked) => Promise<Answered>;
}

/** Roles of people whom a project's administrator makes. */
export const peoplesRoles = ['REGISTERED_USER', 'EXPLOIT', 'ADMIN', 'PROJECT_ADMIN'] as const;

/** A project is made on many services; so long may that take. */
const usableWithinMs = 60_000;

/** Makes both projects by documented calls; `remove` deletes them. @throws Error with the answer that was none wanted */
export async function prepareTarget(
  platform: PlatformDescription,
  logs: string,
): Promise<{ readonly target: Target; readonly remove: () => Promise<void> }> {
  const ask: Target['ask'] = (service, method, path, asked) =>
    call(method, `${platform.gateway}/api/v1/${service}${path}`, asked);
  const root = platform.accounts.find(({ role }) => role === 'INSTANCE_ADMIN');
  if (!root) throw new Error('the description of the platform names no account of an instance administrator');
  const instance = await patiently(() => logIn(platform, root.login, root.password, 'instance'));
  const made: string[] = [];
  const make = async (prefix: string): Promise<Project> => {
    const name = `${prefix}${randomUUID().slice(0, 8)}`;
    expect(await ask('rs-admin-instance', 'POST', '/projects', { token: instance, body: projectNamed(name) }), 201);
    made.push(name);
    const rootToken = await patiently(() => logIn(platform, root.login, root.password, name));
    const people: (readonly [role: string, login: string, token: string])[] = [
      ['INSTANCE_ADMIN', root.login, rootToken],
    ];
    for (const role of peoplesRoles) {
      const login = `${role.toLowerCase()}.${name}@example.org`;
      const password = randomUUID();
      const body = { email: login, firstName: 'Eve', lastName: role, roleName: role, password };
      await patiently(async () => expect(await ask('rs-admin', 'POST', '/users', { token: rootToken, body }), 201));
      people.push([role, login, await logIn(platform, login, password, name)]);
    }
    return {
      name,
      tokens: Object.fromEntries(people.map(([role, , token]) => [role, token])) as Project['tokens'],
      logins: Object.fromEntries(people.map(([role, login]) => [role, login])) as Project['logins'],
    };
  };
  const remove = async (): Promise<void> => {
    for (const name of made) await ask('rs-admin-instance', 'DELETE', `/projects/${name}`, { token: instance });
  };
  try {
    return { target: { platform, logs, own: await make('eve'), foreign: await make('bob'), ask }, remove };
  } catch (failure) {
    await remove();
    throw failure;
  }
}

/** A token by the password grant. */
export async function logIn(
  { gateway, oauthClient }: PlatformDescription,
  username: string,
  password: string,
  scope: string,
): Promise<string> {
  const answer = await call('POST', `${gateway}/api/v1/rs-authentication/oauth/token?scope=${scope}`, {
    headers: { authorization: `Basic ${btoa(`${oauthClient.id}:${oauthClient.secret}`)}` },
    body: { grant_type: 'password', username, password, scope },
  });
  expect(answer, 200);
  return (answer.body as { access_token: string }).access_token;
}

const projectNamed = (name: string): object => ({
  name,
  label: name,
  description: 'Made to be attacked.',
  isPublic: false,
  isAccessible: true,
  isDeleted: false,
  crs: 'WGS_84',
  isPoleToBeManaged: false,
});

function expect(answer: Answered, status: number): void {
  if (answer.status !== status)
    throw new Error(`the target cannot be prepared: ${answer.status} ${answer.text.slice(0, 300)}`);
}

async function patiently<T>(work: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + usableWithinMs;
  for (;;) {
    try {
      return await work();
    } catch (failure) {
      if (Date.now() > deadline) throw failure;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}
