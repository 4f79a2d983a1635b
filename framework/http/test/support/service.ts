/** A service of the small contract behind a real port; each test says what its handlers do. */
import { refusal, RefusedError, silentLog } from '@regards/core';
import type { Call, HandlerResult } from '@regards/core';
import { contractRights, createApplication, createHealth, listen } from '../../src/index.ts';
import type { HealthSwitch, HttpSettings, Listening, OperationRequest, RequestLog, Rights } from '../../src/index.ts';
import { contract, routes } from './contract.ts';

export type Handler = (call: Call, request: OperationRequest) => Promise<HandlerResult> | HandlerResult;
export type Handlers = { [Operation in keyof typeof routes]?: Handler };

export interface TestService extends Listening {
  readonly health: HealthSwitch;
  /** What was measured: "GET /models 200". */
  readonly answered: string[];
  /** Calls the service as someone of `role`, or anonymously with scope `demo` without one. */
  call(path: string, options?: RequestInit & { role?: string; tenant?: string }): Promise<Response>;
}

/** Tokens of tests read role:tenant. */
const verifier = {
  verify: async (token: string) => {
    const [role = '', tenant = ''] = token.split(':');
    if (role === '' || tenant === '') throw new RefusedError(refusal('unauthenticated', 'The token is not valid.'));
    return { login: `${role.toLowerCase()}@example.org`, email: `${role.toLowerCase()}@example.org`, role, tenant };
  },
};

const unavailable = (): Promise<never> =>
  Promise.reject(new RefusedError(refusal('unavailable', 'Tokens cannot be verified just now.')));

export async function startService(
  handlers: Handlers,
  {
    settings = {},
    log = silentLog,
    unverifiable = false,
    rights = contractRights,
  }: { settings?: HttpSettings; log?: RequestLog; unverifiable?: boolean; rights?: Rights } = {},
): Promise<TestService> {
  const answered: string[] = [];
  const health = createHealth();
  health.setAccepting(true);
  const unused: Handler = () => {
    throw new Error('This test has no handler for the operation.');
  };
  const app = await createApplication({
    contract,
    server: { ...Object.fromEntries(Object.keys(routes).map((operation) => [operation, unused])), ...handlers },
    verifier: unverifiable ? { verify: unavailable } : verifier,
    tenants: { ready: async (tenant) => tenant !== 'gone' },
    rights,
    log,
    metrics: {
      answered: ({ method, route, status }) => answered.push(`${method} ${route} ${status}`),
      text: async () => '# HELP x y\n',
      contentType: 'text/plain; version=0.0.4; charset=utf-8',
    },
    health,
    settings: { validateResponses: true, ...settings },
  });
  const listening = await listen(app);
  return {
    ...listening,
    health,
    answered,
    call: (path, { role, tenant = 'demo', headers, ...options } = {}) => {
      const sent = new Headers(headers);
      if (role !== undefined) sent.set('authorization', `Bearer ${role}:${tenant}`);
      else if (!sent.has('scope') && !sent.has('authorization')) sent.set('scope', tenant);
      return fetch(listening.url + path, { ...options, headers: sent });
    },
  };
}

export const jsonBody = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: typeof body === 'string' ? body : JSON.stringify(body),
});
