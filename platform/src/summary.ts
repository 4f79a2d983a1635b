/** What `make up` leaves on the screen: where everything is, how to get in, what to try. */
import { demoTenant } from './accounts.ts';
import type { PlatformDescription } from './platform-file.ts';

export interface Outcome {
  readonly description: PlatformDescription;
  /** Products that went in this time, and how long it took from submission to search. */
  readonly imported: number;
  readonly importSeconds: number;
  readonly searchable: number;
  readonly seconds: number;
}

export function summaryOf({ description, imported, importSeconds, searchable, seconds }: Outcome): string {
  const { gateway, registry, config, amqp, accounts } = description;
  const products =
    imported > 0
      ? `${imported} products went in by AMQP and were searchable after ${importSeconds.toFixed(1)} s; ${searchable} are there.`
      : `${searchable} products are there.`;
  return `
REGARDS is up after ${seconds.toFixed(1)} s. ${products}

  gateway      ${gateway}/api/v1
  catalogue    ${gateway}/api/v1/rs-catalog/stac?scope=${demoTenant}
  registry     ${registry.join(' ')}        configuration  ${config.join(' ')}
  broker       ${withoutCredentials(amqp.multitenant)}   its pages  ${withoutCredentials(amqp.management)}
  everything, with passwords, for scripts: .run/platform.json

  who                              password                           in        role
${accounts.map(({ login, password, scope, role }) => `  ${login.padEnd(32)} ${password.padEnd(34)} ${scope.padEnd(9)} ${role}`).join('\n')}

${tryIt(description)}

\`make status\` shows what runs, \`make logs SERVICE=rs-fem\` its logs, \`make down\` stops it and keeps the data.`;
}

/** Three commands to copy. */
function tryIt({ gateway, oauthClient, accounts }: PlatformDescription): string {
  const operator = accounts.find(({ role }) => role === 'EXPLOIT');
  return `Try it (copy and paste):

  # 1. a token
  TOKEN=$(curl -s -u ${oauthClient.id}:${oauthClient.secret} '${gateway}/api/v1/rs-authentication/oauth/token?grant_type=password&username=${operator?.login ?? ''}&password=${operator?.password ?? ''}&scope=${demoTenant}' -X POST | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/'); echo $TOKEN

  # 2. a search in space and time
  curl -s -H "Authorization: Bearer $TOKEN" '${gateway}/api/v1/rs-catalog/stac/search?bbox=-110,28,-84,42&datetime=2011-01-01T00:00:00Z/2025-01-01T00:00:00Z&limit=2'

  # 3. a product submitted by AMQP, and what becomes of it
  npx regards submit examples/feature.json --tenant ${demoTenant} --amqp`;
}

function withoutCredentials(address: string): string {
  const url = new URL(address);
  url.username = '';
  url.password = '';
  return url.href;
}
