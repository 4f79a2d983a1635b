/** Secrets that went through the platform, searched for in what it writes and shows. */
import { randomUUID } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { call } from '../http.ts';
import type { Probe, Scenario } from '../scenario.ts';
import type { Target } from '../target.ts';

export const secrets: Scenario = {
  name: 'secrets',
  sentence: 'No password, token or key stands in a log, a metric, an error or a health page.',
  async plan(target) {
    const { platform, own } = target;
    const planted = await plant(target);
    const known = [
      ...planted,
      platform.oauthClient.secret,
      ...platform.accounts.map(({ password }) => password),
      ...Object.values(own.tokens).map((token) => token.split('.').at(-1) ?? token),
    ];
    const shown = platform.instances.flatMap(({ service, url }) =>
      ['/actuator/health', '/actuator/health/readiness', '/actuator/prometheus', '/actuator/info', '/actuator/env'].map(
        (page): Probe => ({
          input: `${service} ${page}`,
          run: async () => leak((await call('GET', url + page)).text, known),
        }),
      ),
    );
    return { probes: shown, inTurn: (await logFiles(target)).map((file) => logProbe(file, known)) };
  },
};

/** Sends secrets where they may be sent, and where they may be sent by mistake. */
async function plant({ ask, platform, own }: Target): Promise<readonly string[]> {
  const [password, token, bearer] = [randomUUID(), randomUUID(), `${randomUUID()}.${randomUUID()}.${randomUUID()}`];
  const client = `Basic ${btoa(`${platform.oauthClient.id}:${platform.oauthClient.secret}`)}`;
  const login = own.logins.ADMIN;
  await ask('rs-authentication', 'POST', `/oauth/token?scope=${own.name}`, {
    headers: { authorization: client },
    body: { username: login, password },
  });
  await ask('rs-authentication', 'POST', `/oauth/token?scope=${own.name}&username=${login}&password=${password}`, {
    headers: { authorization: client },
    body: '{ this is no JSON',
  });
  await ask('rs-admin', 'GET', `/users/myuser?token=${token}`);
  await ask('rs-admin', 'GET', '/users/myuser', { token: bearer });
  await ask('rs-admin', 'POST', '/users', {
    token: own.tokens.PROJECT_ADMIN,
    body: { email: 'no address', password, roleName: 'NO_SUCH_ROLE' },
  });
  return [password, token, bearer];
}

const leak = (text: string, known: readonly string[]): string | undefined => {
  const found = known.findIndex((secret) => secret !== '' && text.includes(secret));
  if (found < 0) return undefined;
  const secret = known[found] ?? '';
  const place = text.indexOf(secret);
  return `secret ${found} stands there: …${text.slice(Math.max(0, place - 80), place)}<here>`;
};

const logProbe = (file: string, known: readonly string[]): Probe => ({
  input: path.basename(file),
  run: async () => leak(await readFile(file, 'utf8'), known),
});

/** Logs of a platform on this machine stand beside its description. */
async function logFiles({ logs }: Target): Promise<readonly string[]> {
  const names = await readdir(logs).catch(() => []);
  return names.filter((name) => name.includes('.log')).map((name) => path.join(logs, name));
}
