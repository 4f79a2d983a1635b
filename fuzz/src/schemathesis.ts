/** Lets schemathesis loose on a platform that is up, when both are there: from outside, through the gateway. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

interface Description {
  readonly gateway: string;
  readonly oauthClient: { readonly id: string; readonly secret: string };
  readonly accounts: readonly {
    readonly login: string;
    readonly password: string;
    readonly scope: string;
    readonly role: string;
  }[];
}

const root = path.resolve(import.meta.dirname, '../..');
const description = path.join(root, '.run/platform.json');
const services = ['rs-dam', 'rs-fem', 'rs-catalog', 'rs-admin', 'rs-authentication', 'rs-admin-instance'];
const checks = [
  'not_a_server_error',
  'status_code_conformance',
  'content_type_conformance',
  'response_schema_conformance',
  'response_headers_conformance',
  'missing_required_header',
  'use_after_free',
  'ensure_resource_availability',
  'ignored_auth',
];
const [, , runs = '50'] = process.argv;

if (spawnSync('schemathesis', ['--version']).status !== 0) console.log('schemathesis is not installed: left out');
else if (!existsSync(description)) console.log('no platform is up: schemathesis is left out');
else await runAll(JSON.parse(readFileSync(description, 'utf8')) as Description);

async function runAll(platform: Description): Promise<void> {
  for (const service of services) {
    const token = await tokenOf(platform, service === 'rs-admin-instance' ? 'INSTANCE_ADMIN' : 'PROJECT_ADMIN');
    const { status } = spawnSync(
      'schemathesis',
      [
        'run',
        path.join(root, 'generated', service, 'openapi.json'),
        '--url',
        `${platform.gateway}/api/v1/${service}`,
        '--header',
        `Authorization: Bearer ${token}`,
        '--max-examples',
        runs,
        '--checks',
        checks.join(','),
        '--request-timeout',
        '10',
        '--continue-on-failure',
      ],
      { stdio: 'inherit' },
    );
    if (status !== 0) process.exitCode = 1;
  }
}

async function tokenOf({ gateway, oauthClient, accounts }: Description, role: string): Promise<string> {
  const account = accounts.find((one) => one.role === role);
  if (!account) throw new Error(`the platform's description names no ${role}`);
  const { login, password, scope } = account;
  const answer = await fetch(`${gateway}/api/v1/rs-authentication/oauth/token?scope=${scope}`, {
    method: 'POST',
    headers: { Authorization: `Basic ${btoa(`${oauthClient.id}:${oauthClient.secret}`)}` },
    body: new URLSearchParams({ grant_type: 'password', username: login, password, scope }),
  });
  if (!answer.ok) throw new Error(`the login of ${login} was refused: ${answer.status} ${await answer.text()}`);
  return ((await answer.json()) as { access_token: string }).access_token;
}
