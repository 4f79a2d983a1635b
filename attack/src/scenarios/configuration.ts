/** The settings from within: read by who has a credential, changed by who may, and no way out of their folder. */
import { placeOf } from '@regards/core';
import { call } from '../http.ts';
import type { Answered, Asked } from '../http.ts';
import type { Probe, Scenario } from '../scenario.ts';
import { servicesOf } from '../services.ts';
import { logIn, peoplesRoles } from '../target.ts';
import type { Target } from '../target.ts';

const guesses = ['admin:admin', 'root:root', 'regards:', 'regards:regards', 'regards:secret', ':'] as const;

const label = 'regards-oss-backend';

/** More than rs-config serves at once, and as many as start when a platform does. */
const herd = 1_000;

export const configuration: Scenario = {
  name: 'configuration',
  sentence: 'Settings are read with a credential and changed by administrators alone; no secret and no file gets out.',
  plan: async (target) => {
    const { platform } = target;
    const place = placeOf(platform.config[0] ?? platform.gateway);
    const services = ['application', ...servicesOf(platform)];
    const root = platform.accounts.find(({ role }) => role === 'INSTANCE_ADMIN');
    const token = root && (await logIn(platform, root.login, root.password, 'instance'));
    return {
      probes: [
        ...services.flatMap((service) => readings(target, place.url, service)),
        ...services.flatMap((service) => changes(target, place.url, service)),
        ...services.flatMap((service) => mistakes(place.url, service, token)),
        ...services.map((service) => view(target, place.url, service, token)),
        ...waysOut(place),
      ],
      inTurn: [
        { input: `${herd} clients that start together`, run: () => together(place) },
        { input: 'what was set, looked at afterwards', run: () => leftBehind(place.url, token) },
      ],
    };
  },
};

type Place = ReturnType<typeof placeOf>;

const forms = (service: string): readonly string[] => [
  `/${service}/production`,
  `/${service}/production/${label}`,
  `/${service}-production.properties`,
  `/${service}-production.yml`,
  `/${service}-production.json`,
];

/** By nobody, by guesses, and by people whose tokens are good for other things. */
function readings({ own }: Target, base: string, service: string): Probe[] {
  const callers: readonly (readonly [who: string, asked: Asked])[] = [
    ['nobody', {}],
    ...guesses.map((guess) => [guess, { headers: { authorization: `Basic ${btoa(guess)}` } }] as const),
    ...([...peoplesRoles, 'INSTANCE_ADMIN'] as const).map((role) => [role, { token: own.tokens[role] }] as const),
  ];
  return forms(service).flatMap((path) =>
    callers.map(([who, asked]) => ({
      input: `GET ${path} by ${who}`,
      run: async () => unlessRefused(await call('GET', `${base}${path}`, asked)),
    })),
  );
}

/** Of what is set, by everybody who does not administer the instance. */
function changes({ own, foreign }: Target, base: string, service: string): Probe[] {
  const version = '0'.repeat(40);
  const headers = { 'if-match': `"${version}"` };
  const attempts = [
    ['GET', '', undefined],
    ['GET', '/history', undefined],
    ['GET', '/instances', undefined],
    ['PATCH', '', { settings: { [planted]: 'debug' } }],
    ['POST', '/rollback', { version }],
  ] as const;
  const callers: readonly (readonly [who: string, asked: Asked])[] = [
    ['nobody', {}],
    ...[own, foreign].flatMap(({ name, tokens }) =>
      peoplesRoles.map((role) => [`${role} of ${name}`, { token: tokens[role] }] as const),
    ),
  ];
  return attempts.flatMap(([method, path, body]) =>
    callers.map(([who, asked]) => ({
      input: `${method} /settings/${service}${path} by ${who}`,
      run: async () =>
        unlessRefused(await call(method, `${base}/settings/${service}${path}`, { ...asked, headers, body })),
    })),
  );
}

/** Set by nobody but an attack. */
const planted = 'regards.log.level';

/** Of an administrator: on a version that there is not, of values that there are not, of more than fits. */
function mistakes(base: string, service: string, token: string | undefined): Probe[] {
  const stale = { 'if-match': `"${'0'.repeat(40)}"` };
  const bodies: readonly (readonly [what: string, body: unknown, wanted: readonly number[]])[] = [
    ['a stale version', { settings: { [planted]: 'debug' } }, [412]],
    ['a value of another kind', { settings: { [planted]: 'loud' } }, [412, 422]],
    ['a key that there is not', { settings: { 'no.such.key': '1' } }, [412, 422]],
    ['a key of the prototype', '{"settings":{"__proto__":"1"}}', [400, 412, 415, 422]],
    ['a line break in a value', { settings: { [planted]: 'info\nregards.security.issuer=evil' } }, [412, 422]],
    ['a body of 20 MB', { settings: { [planted]: 'x'.repeat(20_000_000) } }, [0, 400, 412, 413, 422]],
  ];
  return bodies.map(([what, body, wanted]) => ({
    input: `PATCH /settings/${service} with ${what}`,
    async run() {
      const { status, text } = await call('PATCH', `${base}/settings/${service}`, { token, headers: stale, body });
      return wanted.includes(status) ? undefined : `${status} ${text.slice(0, 120)}`;
    },
  }));
}

/** Administrators see which secrets there are, and none of them. */
const view = ({ platform }: Target, base: string, service: string, token: string | undefined): Probe => ({
  input: `secrets in what an administrator is shown of ${service}`,
  async run() {
    const urls = [platform.amqp.multitenant, platform.amqp.management].filter((url) => URL.canParse(url));
    const secrets = [platform.oauthClient.secret, ...platform.accounts.map(({ password }) => password)];
    for (const path of ['', '/history', '/instances']) {
      const { status, text } = await call('GET', `${base}/settings/${service}${path}`, { token });
      if (status !== 200) return `${status} ${text.slice(0, 120)}`;
      const shown = [...secrets, ...urls.map((url) => new URL(url).password)].some((one) => text.includes(one));
      if (shown) return `${path || 'the values'} show a secret`;
    }
    return undefined;
  },
});

const tricks = [
  '..',
  '../..',
  '..%2f..%2f..%2fetc',
  '%2e%2e%2f%2e%2e%2fsecrets',
  '..%5c..',
  '.git',
  '.git%2fconfig',
  '(_)..(_)..(_)etc',
  'etc%2fpasswd%00',
  '%252e%252e%252fetc',
  '/etc/passwd',
  'x'.repeat(5_000),
] as const;

/** In each part of the address, by somebody who may read. */
const waysOut = ({ url, authorization = '' }: Place): Probe[] =>
  tricks
    .flatMap((trick) => [
      `/${trick}/production/${label}`,
      `/rs-fem/${trick}/${label}`,
      `/rs-fem/production/${trick}`,
      `/${trick}-production.properties`,
      `/rs-fem-${trick}.yml`,
    ])
    .map((path) => ({
      input: `GET ${path.slice(0, 80)}`,
      async run() {
        const { status, text } = await call('GET', `${url}${path}`, { headers: { authorization } });
        if (status >= 500) return `${status} ${text.slice(0, 120)}`;
        return /root:.*:0:0|PRIVATE KEY|\[core\]|repositoryformatversion/.test(text) ? 'a file got out' : undefined;
      },
    }));

async function together({ url, authorization = '' }: Place): Promise<string | undefined> {
  const path = `${url}/rs-fem/production/${label}`;
  const answers = await Promise.all(
    Array.from({ length: herd }, () => call('GET', path, { headers: { authorization } })),
  );
  const versions = new Set(answers.map(({ body }) => (body as { version?: string } | undefined)?.version));
  const failed = answers.filter(({ status }) => status !== 200).length;
  if (failed > 0) return `${failed} of ${herd} were not answered`;
  return versions.size === 1 && !versions.has(undefined) ? undefined : `they were given ${versions.size} versions`;
}

async function leftBehind(base: string, token: string | undefined): Promise<string | undefined> {
  const { status, text } = await call('GET', `${base}/settings/application/history`, { token });
  if (status !== 200) return `${status} ${text.slice(0, 120)}`;
  return /no\.such\.key|loud|evil/.test(text) ? 'something was set' : undefined;
}

const unlessRefused = ({ status, text }: Answered): string | undefined =>
  status === 401 || status === 403 ? undefined : `${status} ${text.slice(0, 120)}`;
