/** What `make up` leaves on the screen: where everything is, how to get in, what to try. */
import { placeOf } from '@regards/core';
import { demoTenant } from './accounts.ts';
import { toldCount } from './demo.ts';
import type { PlatformDescription } from './platform-file.ts';

export interface Outcome {
  readonly description: PlatformDescription;
  /** Products that went in this time, and how long it took from submission to search. */
  readonly imported: number;
  readonly importSeconds: number;
  readonly searchable: number;
  readonly seconds: number;
}

export function summaryOf(outcome: Outcome): string {
  const { gateway, registry, config, amqp, accounts } = outcome.description;
  const people = accounts.map(({ login, password, scope, role }) => row([login, password, scope, role]));
  return `
REGARDS is up after ${outcome.seconds.toFixed(1)} s. ${productsOf(outcome)}

  gateway        ${gateway}/api/v1
  catalogue      ${gateway}/api/v1/rs-catalog/stac?scope=${demoTenant}
  documentation  ${gateway}/docs/
  registry       ${registry.join(' ')}
  configuration  ${config.map((url) => placeOf(url).url).join(' ')}
  broker         ${withoutCredentials(amqp.multitenant)}, its pages ${withoutCredentials(amqp.management)}
  all of it, passwords included, for scripts: .run/platform.json

${row(['login', 'password', 'scope', 'role'])}
${people.join('\n')}

${tryIt(outcome.description)}

make status shows what runs, make logs SERVICE=rs-fem its logs; make down stops it and keeps the data.`;
}

const productsOf = ({ imported, importSeconds, searchable }: Outcome): string =>
  imported > 0
    ? `${imported} products went in by AMQP and were found by search after ${importSeconds.toFixed(1)} s.`
    : `${toldCount(searchable)} products are there.`;

const row = (cells: readonly string[]): string =>
  cells
    .map((cell, index) => `  ${cell.padEnd([20, 33, 9][index] ?? 0)}`)
    .join('')
    .trimEnd();

/** Three commands to copy. */
function tryIt({ gateway, oauthClient, accounts }: PlatformDescription): string {
  const operator = accounts.find(({ role }) => role === 'EXPLOIT');
  const api = `${gateway}/api/v1`;
  const fields = `-d grant_type=password -d username=${operator?.login ?? ''} -d password=${operator?.password ?? ''}`;
  return `Three things to try (copy and paste):

  # a token
  TOKEN=$(curl -s -u ${oauthClient.id}:${oauthClient.secret} ${fields} \\
    '${api}/rs-authentication/oauth/token?scope=${demoTenant}' | grep -oP '"access_token":\\s*"\\K[^"]+'); echo $TOKEN

  # a search in space and time
  curl -s -H "Authorization: Bearer $TOKEN" \\
    '${api}/rs-catalog/stac/search?bbox=-110,28,-84,42&datetime=2021-01-01T00:00:00Z/..&limit=2'

  # a product submitted by AMQP, and what becomes of it
  npx regards submit examples/feature.json`;
}

function withoutCredentials(address: string): string {
  const url = new URL(address);
  url.username = '';
  url.password = '';
  return url.href;
}
