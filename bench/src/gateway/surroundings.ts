/** What a gateway needs around it: a registry that knows one service, and the keys of the tokens it is sent. */
import { createServer } from 'node:http';
import type { ServerResponse } from 'node:http';
import { systemClock } from '@regards/core';
import { createUserTokenIssuer, generateSigningKey } from '@regards/security';
import { routes } from '@regards/generated/rs-authentication/routes';
import { freePort } from '../programs.ts';

export interface Surroundings {
  readonly registryUrl: string;
  readonly token: string;
  stop(): void;
}

/** A day, which no run takes. */
const tokenSeconds = 86_400;

/** @param service name under which the server at `port` is registered */
export async function startSurroundings(service: string, port: number): Promise<Surroundings> {
  const privateKeyPem = generateSigningKey();
  const issuer = createUserTokenIssuer({ privateKeyPem, issuer: 'regards', clock: systemClock });
  const claims = { tenant: 'demo', role: 'EXPLOIT', sub: 'bench@regards.example', email: 'bench@regards.example' };
  const [token, keys] = await Promise.all([issuer.issue(claims, tokenSeconds), issuer.publicKeySet()]);
  const own = await freePort();
  const applications = {
    applications: {
      apps__hashcode: 'UP_2_',
      application: [entry(service, port), entry('rs-authentication', own)],
    },
  };
  const keysPath = Object.values(routes).find((route) => route.path.endsWith('jwks.json'))?.path;
  const server = createServer((request, response) => {
    request.resume();
    if (request.url === keysPath) answer(response, 200, keys);
    else if (request.url === '/eureka/apps') answer(response, 200, applications);
    else if (request.method === 'GET') answer(response, 404, {});
    else answer(response, 204);
  });
  await new Promise<void>((resolve) => server.listen(own, '127.0.0.1', resolve));
  return {
    registryUrl: `http://127.0.0.1:${own}`,
    token,
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

const entry = (service: string, port: number) => ({
  name: service.toUpperCase(),
  instance: [
    {
      instanceId: `${service}:bench`,
      app: service.toUpperCase(),
      hostName: '127.0.0.1',
      ipAddr: '127.0.0.1',
      port: { $: port, '@enabled': 'true' },
      status: 'UP',
    },
  ],
});

function answer(response: ServerResponse, status: number, body?: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json' });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}
