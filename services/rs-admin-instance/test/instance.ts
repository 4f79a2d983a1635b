/** rs-admin-instance on a platform of its own, and those who call it. */
import { expect } from '@jest/globals';
import { createTestPlatform, request, type TestAnswer, type TestPlatform, type TestRequest } from '@regards/testing';
import { rsAdminInstance } from '../src/index.ts';

export const rootLogin = 'root@example.org';
export const rootPassword = 'root has this password';

export interface TestInstance {
  readonly platform: TestPlatform;
  readonly url: string;
  /** Calls as root unless `asked` says who. */
  call(method: string, path: string, asked?: TestRequest): Promise<TestAnswer>;
  close(): Promise<void>;
}

export async function startTestInstance(settings: Readonly<Record<string, number>> = {}): Promise<TestInstance> {
  const platform = await createTestPlatform();
  const { url } = await platform.start(rsAdminInstance, {
    tenantSource: undefined,
    settings: {
      'regards.accounts.root.user.login': rootLogin,
      'regards.accounts.root.user.password': rootPassword,
      ...settings,
    },
  });
  const token = await platform.userToken({ tenant: 'instance', role: 'INSTANCE_ADMIN', login: rootLogin });
  return {
    platform,
    url,
    call: (method, path, asked = { token }) => request(method, url + path, { token, ...asked }),
    close: () => platform.close(),
  };
}

/** What a refused request answers. */
export const refused = (status: number) => ({ status, body: { messages: [expect.any(String)] } });

let count = 0;

/** A description of a project whose name nobody has. */
export const described = (changes: object = {}): Record<string, unknown> => ({
  name: `project-${(count += 1)}`,
  label: 'A project',
  description: 'made by a test',
  ...changes,
});

/** An account that nobody has. */
export const newAccount = (changes: object = {}): { account: Record<string, unknown>; password: string } => ({
  account: { email: `person.${(count += 1)}@example.org`, firstName: 'Ada', lastName: 'Kit', ...changes },
  password: 'long enough',
});
