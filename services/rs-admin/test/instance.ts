/** rs-admin on a platform of its own, with accounts that a stand-in for rs-admin-instance keeps. */
import type { CallContext, OperationAnswer, Route, Transport } from '@regards/core';
import type { AccountNPassword } from '@regards/generated/rs-admin-instance/types';
import { createTestPlatform, request, type TestAnswer, type TestPlatform, type TestRequest } from '@regards/testing';
import { rsAdmin } from '../src/index.ts';

export const rootLogin = 'root@example.org';
export const tenant = 'demo';

/** Accounts by e-mail: the projects each is linked to. */
export type Accounts = Map<string, Set<string>>;

export interface TestInstance {
  readonly platform: TestPlatform;
  readonly url: string;
  readonly accounts: Accounts;
  /** What was asked to be created, and as whom. */
  readonly created: { asked: AccountNPassword; context: CallContext }[];
  /** Whose tokens were revoked, as `project login`. */
  readonly revoked: string[];
  /** Calls in a role, in project `demo` unless said. */
  call(role: string, method: string, path: string, asked?: TestRequest & { tenant?: string }): Promise<TestAnswer>;
  close(): Promise<void>;
}

export async function startTestInstance(): Promise<TestInstance> {
  const platform = await createTestPlatform({ tenants: [tenant, 'other'] });
  const accounts: Accounts = new Map();
  const created: TestInstance['created'] = [];
  const revoked: string[] = [];
  const { url } = await platform.start(rsAdmin, {
    transport: standIn(accounts, created, revoked),
    settings: { 'regards.accounts.root.user.login': rootLogin },
  });
  return {
    platform,
    url,
    accounts,
    created,
    revoked,
    async call(role, method, path, { tenant: project = tenant, ...asked } = {}) {
      const login = role === 'INSTANCE_ADMIN' ? rootLogin : `${role.toLowerCase()}@example.org`;
      const token = await platform.userToken({ tenant: project, role, login });
      return request(method, url + path, { token, ...asked });
    },
    close: () => platform.close(),
  };
}

/** Links, unlinks and creates accounts as rs-admin-instance does; refuses the password `short`. */
function standIn(accounts: Accounts, created: TestInstance['created'], revoked: string[]): Transport {
  function answered(operation: string, asked: Asked, context: CallContext): [status: number, body?: unknown] {
    if (operation === 'createAccount' && asked.body) {
      const { account, password, project } = asked.body;
      if (password == null || password === 'short') return [422, { messages: ['password: too short'] }];
      created.push({ asked: asked.body, context });
      accounts.set(account.email, new Set(project ? [project] : []));
      return [201, { content: account, links: [] }];
    }
    if (operation === 'createRevocation') {
      const { login = '', tenant: project = '' } = (asked.body ?? {}) as { login?: string; tenant?: string };
      revoked.push(`${project} ${login}`);
      return [201, asked.body];
    }
    const { email = '', projectName = '' } = asked;
    const projects = accounts.get(email);
    if (!projects) return [404, { messages: ['no such account'] }];
    if (operation === 'linkAccount') projects.add(projectName);
    if (operation === 'unlinkAccount') projects.delete(projectName);
    return [200];
  }
  return {
    async send<Answer extends OperationAnswer>(_service: string, route: Route, context: CallContext, asked: object) {
      const [status, body] = answered(route.operation, asked, context);
      return { status, body, headers: {} } as OperationAnswer as Answer;
    },
  };
}

interface Asked {
  readonly email?: string;
  readonly projectName?: string;
  readonly body?: AccountNPassword;
}

let count = 0;

/** A person whom no project has. */
export const person = (changes: object = {}): Record<string, unknown> & { email: string } => ({
  email: `person.${(count += 1)}@example.org`,
  firstName: 'Ada',
  lastName: 'Kit',
  password: 'long enough',
  ...changes,
});
