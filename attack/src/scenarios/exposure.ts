/** What stands open that no contract names: pages, methods, traces of the inside (OWASP API8, API9). */
import { call } from '../http.ts';
import type { Probe, Scenario } from '../scenario.ts';
import type { Target } from '../target.ts';

const pages = [
  '/.env',
  '/.git/config',
  '/package.json',
  '/actuator/env',
  '/actuator/heapdump',
  '/actuator/configprops',
  '/actuator/loggers',
  '/actuator/shutdown',
  '/api/v1/rs-config/application/default',
  '/api/v1/rs-registry/eureka/apps',
  '/api/v1/rs-admin/actuator/env',
  '/api/v1/RS-CONFIG/application/default',
  '/api/v1/rs-config%2fapplication/default',
  '/api/v1/rs-admin/../rs-config/application/default',
  '/api/v1/rs-admin/%2e%2e/rs-config/application/default',
  '/api/v1/rs-admin;/users/myuser',
  '/api/v1//rs-admin//users//myuser',
  '/api/v1/no-such-service/x',
  '/api/v2/rs-admin/users/myuser',
  '/eureka/apps',
  '/server-status',
  '/debug/pprof/',
];

const methods = ['TRACE', 'OPTIONS', 'PROPFIND', 'DEBUG', 'GET\u0020X'.slice(0, 3), 'PATCH'];

/** An answer of the inside of the platform has one of these. */
const inside = [
  /node_modules/,
  /\bat [\w.<>]+ \(/,
  /ECONNREFUSED/,
  /password=/,
  /BEGIN [A-Z ]*PRIVATE KEY/,
  /postgres:\/\//,
  /amqp:\/\//,
];

export const exposure: Scenario = {
  name: 'exposure',
  sentence: 'Nothing answers from outside that no contract names, and no answer tells of the inside.',
  plan: async (target) => ({
    probes: [...pages.map((page) => pageProbe(target, page)), ...methods.map((method) => methodProbe(target, method))],
  }),
};

const pageProbe = ({ platform, own }: Target, page: string): Probe => ({
  input: `GET ${page}`,
  async run() {
    const { status, text } = await call('GET', platform.gateway + page, { token: own.tokens.PROJECT_ADMIN });
    const isOpen = status < 400 && !page.endsWith('myuser');
    return isOpen || status >= 500 || inside.some((sign) => sign.test(text))
      ? `${status} ${text.slice(0, 120)}`
      : undefined;
  },
});

const methodProbe = ({ ask, own }: Target, method: string): Probe => ({
  input: `${method} on an operation`,
  async run() {
    const { status, text, headers } = await ask('rs-admin', method, '/users/myuser', { token: own.tokens.EXPLOIT });
    const tells = headers['x-powered-by'] ?? headers['server'];
    if (tells !== undefined) return `the answer names ${tells}`;
    return status >= 500 || inside.some((sign) => sign.test(text)) ? `${status} ${text.slice(0, 120)}` : undefined;
  },
});
