/**
 * The rooms of the house and what each may import: the one place where this is decided (docs/architecture.md §3).
 *
 * A target is a file of this repository, `node:NAME` or `vendor:NAME`. In patterns `*` stands for anything but a slash,
 * `**` for anything; {service} and {module} stand for what the importing file has there. `type ` before a pattern
 * allows imports of types alone. The first room whose pattern fits a file is its room. A module's files that are none
 * of the layers domain, dao, rest and amqp are parts of its service, and may do what that may.
 */

export interface Room {
  readonly name: string;
  /** Files of the room. */
  readonly files: string;
  readonly may: readonly string[];
  /** Taken out of what it may. */
  readonly never?: readonly string[];
  /** What a wrong import is answered with. */
  readonly because: string;
}

/** What can be used without a network, a disk, the environment or the time. */
const pureNode = ['node:assert', 'node:buffer', 'node:crypto', 'node:util'];

/** A layer of the importing file's own module. */
const own = (layer: string): string => `services/{service}/src/{module}/${layer}**`;

/** What a module shows to the other modules of its service; rings among modules are refused apart from this. */
const published = ['services/{service}/src/*/service**', 'services/{service}/src/*/domain**'];

const foreignLayers = ['services/*/src/*/dao**', 'services/*/src/*/rest**', 'services/*/src/*/amqp**'];

export const rooms: readonly Room[] = [
  {
    name: 'framework/core',
    files: 'framework/core/src/**',
    may: ['framework/core/src/**', 'node:**'],
    because: 'core is true in a program with no network: it knows Node and nothing else',
  },
  {
    name: 'framework/service',
    files: 'framework/service/src/**',
    may: [
      'framework/*/src/**',
      'generated/rs-admin-instance/**',
      'generated/rs-admin/**',
      'generated/rs-authentication/client.ts',
      'type generated/common/types.ts',
      'node:**',
    ],
    because:
      'framework/service puts the framework together; of business it knows projects, keys and rights, and what every service serves',
  },
  {
    name: 'framework/discovery',
    files: 'framework/discovery/src/**',
    may: ['framework/discovery/src/**', 'framework/core/src/**', 'generated/rs-registry/routes.ts', 'node:**'],
    because: 'framework/discovery speaks to rs-registry as its contract says, and to nobody else',
  },
  {
    name: 'framework/settings',
    files: 'framework/settings/src/**',
    may: ['framework/settings/src/**', 'framework/core/src/**', 'generated/rs-config/routes.ts', 'node:**'],
    because: 'framework/settings speaks to rs-config as its contract says, and to nobody else',
  },
  {
    name: 'framework/testing',
    files: 'framework/testing/src/**',
    may: ['framework/*/src/**', 'node:**'],
    because: 'framework/testing runs services as the platform does: it knows every room of the framework, no service',
  },
  {
    name: 'framework',
    files: 'framework/{module}/src/**',
    may: ['framework/{module}/src/**', 'framework/core/src/**', 'node:**'],
    because: 'a room of the framework knows core, Node and its own vendors; what it needs of another is handed to it',
  },
  {
    name: 'generated',
    files: 'generated/**',
    may: ['generated/**', 'framework/*/src/**', 'node:stream', 'node:url'],
    because: 'generated code imports the framework and generated types, never a service',
  },
  {
    name: 'domain',
    files: 'services/{service}/src/{module}/domain**',
    may: [
      'services/{service}/src/*/domain**',
      'framework/core/src/**',
      'type generated/*/types.ts',
      'generated/{service}/bounds.ts',
      ...pureNode,
    ],
    because: 'a domain can be tested with values alone: no layer above it, no vendor, only types of what is generated',
  },
  {
    name: 'dao',
    files: 'services/{service}/src/{module}/dao**',
    may: [
      own(''),
      ...published,
      'framework/core/src/**',
      'framework/db/src/**',
      'type generated/*/types.ts',
      ...pureNode,
      'node:fs**',
      'node:path',
      'node:stream**',
    ],
    never: [own('rest'), own('amqp')],
    because: 'a dao holds SQL and maps rows: it knows its domain and the database, not who asks',
  },
  {
    name: 'rest',
    files: 'services/{service}/src/{module}/rest**',
    may: [
      own(''),
      ...published,
      'framework/core/src/**',
      'framework/http/src/**',
      'type generated/**',
      'generated/{service}/**',
      ...pureNode,
      'node:stream**',
    ],
    never: [own('dao'), own('amqp')],
    because: 'rest translates between the wire and its own service: never past it to a dao',
  },
  {
    name: 'amqp',
    files: 'services/{service}/src/{module}/amqp**',
    may: [
      own(''),
      ...published,
      'framework/core/src/**',
      'framework/amqp/src/**',
      'type generated/**',
      'generated/{service}/**',
      ...pureNode,
    ],
    never: [own('dao'), own('rest')],
    because: 'amqp translates between messages and its own service: never past it to a dao',
  },
  {
    name: 'service',
    files: 'services/{service}/src/{module}/**',
    may: [
      own(''),
      ...published,
      'framework/core/src/**',
      'type framework/*/src/**',
      'generated/*/messages.ts',
      'generated/{service}/bounds.ts',
      'type generated/**',
      ...pureNode,
      'node:timers/promises',
      'node:stream**',
    ],
    never: foreignLayers,
    because:
      'a service decides: it knows domains, its ports and what is published, but not how anything travels or is stored',
  },
  {
    name: 'composition',
    files: 'services/{service}/src/*',
    may: ['services/{service}/src/**', 'framework/*/src/**', 'generated/**', 'node:**'],
    because: 'a service is put together from its own parts; another service is reached by its generated client',
  },
  {
    name: "a service's tests",
    files: 'services/{service}/test/**',
    may: ['services/{service}/**', 'framework/**', 'generated/**', 'node:**'],
    because: 'a service is tested without the code of another',
  },
  {
    name: "the framework's tests",
    files: 'framework/*/test/**',
    may: ['framework/**', 'generated/**', 'node:**'],
    because: 'the framework is tested without any service',
  },
  {
    name: 'gateway',
    files: 'gateway/src/**',
    may: [
      'gateway/src/**',
      'framework/*/src/**',
      'generated/*/routes.ts',
      'generated/*/validators.*',
      'generated/*/requests.ts',
      'generated/*/answers.ts',
      'generated/*/settings.ts',
      'type generated/**',
      'node:**',
    ],
    because: 'the gateway applies to every request whatever the business: it knows routes, and no service',
  },
  {
    name: "the gateway's tests",
    files: 'gateway/test/**',
    may: ['gateway/**', 'framework/**', 'generated/**', 'reference/src/**', 'mock/src/**', 'node:**'],
    because: 'the gateway is tested without any service: contracts, and doors behind which there are examples, will do',
  },
  {
    name: 'cli',
    files: 'cli/**',
    may: ['cli/**', 'framework/*/src/**', 'generated/**', 'reference/src/**', 'node:**'],
    because: 'the command-line tool is a client like any other: it knows contracts, and no service',
  },
  {
    name: 'platform',
    files: 'platform/**',
    may: [
      'platform/**',
      'cli/src/**',
      'framework/*/src/**',
      'services/*/src/index.ts',
      'gateway/src/index.ts',
      'node:**',
    ],
    because: 'the platform runs whole services, and fills them with the command-line tool',
  },
  {
    name: 'pact',
    files: 'pact/**',
    may: [
      'pact/**',
      'framework/**',
      'services/**',
      'gateway/**',
      'cli/**',
      'generated/**',
      'codegen/src/contracts.ts',
      'codegen/clients/commands.ts',
      'codegen/src/breaking/**',
      'node:**',
    ],
    because: 'pacts hold both sides of an edge against each other',
  },
  {
    name: 'bench',
    files: 'bench/**',
    may: ['bench/**', 'platform/src/**', 'cli/src/**', 'framework/*/src/**', 'generated/**', 'node:**'],
    because: 'a bench uses the platform from outside, as a client does',
  },
  {
    name: 'attack',
    files: 'attack/src/**',
    may: ['attack/src/**', 'framework/core/src/**', 'generated/**', 'node:**'],
    because: 'an attacker knows what is published, contracts among it, and nothing of how it is done',
  },
  {
    name: "the attacks' tests",
    files: 'attack/test/**',
    may: ['attack/**', 'platform/src/**', 'framework/**', 'node:**'],
    because: 'attacks are tested on a platform that is started for them',
  },
  {
    name: 'faults',
    files: 'faults/**',
    may: ['faults/**', 'framework/**', 'services/**', 'gateway/**', 'platform/**', 'generated/**', 'node:**'],
    because: 'the fault harness breaks everything there is, and stands on what the tests of all rooms stand on',
  },
  {
    name: 'reference',
    files: 'reference/**',
    may: ['reference/**', 'node:**'],
    because: 'the reference reads contracts as documents: it knows no code that was generated from them',
  },
  {
    name: 'portal',
    files: 'portal/**',
    may: ['portal/**', 'reference/src/**', 'node:**'],
    because: 'the portal is drawn from contracts and guides: no code of the platform runs in it',
  },
  {
    name: 'fuzz',
    files: 'fuzz/src/**',
    may: ['fuzz/src/**', 'reference/src/**', 'node:**'],
    because: 'generated input comes from contracts alone, so that no code it tests has a say in it',
  },
  {
    name: "fuzzing's tests",
    files: 'fuzz/test/**',
    may: [
      'fuzz/**',
      'reference/src/**',
      'platform/src/testing/**',
      'cli/src/**',
      'framework/*/src/**',
      'generated/**',
      'node:**',
    ],
    because: 'the whole platform is fuzzed from outside, and filled with the command-line tool',
  },
  {
    name: 'mock',
    files: 'mock/**',
    may: ['mock/**', 'reference/src/**', 'framework/*/src/**', 'generated/*/contract.ts', 'node:**'],
    because: 'a mock answers by the contract behind the real door: it knows no service',
  },
  {
    name: 'house',
    files: 'house/**',
    may: ['house/**', 'node:**'],
    because: 'the house looks at code, it does not run it',
  },
];

/** Each vendor is imported in the rooms named here and nowhere else; tests may use what they like. */
export const vendorRooms: Readonly<Record<string, readonly string[]>> = {
  '@pact-foundation/pact': ['pact/src/**'],
  '@pactflow/openapi-pact-comparator': ['pact/src/agreement/**'],
  // who calls whom is the compiler's to say
  typescript: ['pact/src/edges/**'],
  express: ['framework/http/src/**'],
  'express-openapi-validator': ['framework/http/src/**'],
  busboy: ['framework/http/src/**'],
  // a yardstick has nothing of ours around it
  amqplib: ['framework/amqp/src/**', 'bench/src/ingest/**'],
  pg: ['framework/db/src/**', 'bench/src/ingest/**', 'bench/src/catalogue/**'],
  'pg-copy-streams': ['bench/src/ingest/**', 'bench/src/catalogue/**'],
  kysely: ['framework/db/src/**'],
  jose: ['framework/security/src/**'],
  'pg-boss': ['framework/jobs/src/**'],
  'p-limit': ['framework/security/src/**'],
  pino: ['framework/telemetry/src/**'],
  'prom-client': ['framework/telemetry/src/**'],
  koa: ['gateway/src/**'],
  undici: ['gateway/src/**'],
  commander: ['cli/src/**'],
  'oxc-parser': ['house/src/**'],
  // guides are Markdown
  marked: ['portal/src/**'],
  'fast-check': ['fuzz/src/**'],
  // models are XML, and become JSON Schemas that products are held to
  saxes: ['services/rs-dam/src/models/**'],
  ajv: [
    'generated/**',
    'fuzz/src/**',
    'pact/src/agreement/**',
    'services/rs-dam/src/jsonSchemas.ts',
    'services/rs-fem/src/models/**',
  ],
  'ajv-formats': [
    'generated/**',
    'pact/src/agreement/**',
    'services/rs-dam/src/jsonSchemas.ts',
    'services/rs-fem/src/models/**',
  ],
  // Spring reads and serves settings as YAML too
  yaml: ['services/rs-config/src/environments/**'],
};

/** Expressions that only some files may hold, since whoever uses them elsewhere cannot be tested with values alone. */
export interface ExpressionRule {
  readonly expression: 'process.env' | 'Date.now' | 'new Date()' | 'Math.random' | 'performance.now';
  /** Files that may not … */
  readonly files: string;
  /** … except these. */
  readonly except: readonly string[];
  readonly because: string;
}

const domain = 'services/*/src/*/domain**';

export const expressionRules: readonly ExpressionRule[] = [
  {
    expression: 'process.env',
    files: '**',
    // Jest's workers find their servers only in the environment that they inherit
    except: ['framework/settings/src/bootstrap.ts', 'platform/src/testing/jest-setup.ts'],
    because: 'the environment is read in one file, and passed on as values',
  },
  ...(['Date.now', 'new Date()', 'Math.random', 'performance.now'] as const).map((expression) => ({
    expression,
    files: domain,
    except: [],
    because: 'a domain is given the time and its chances: the same values lead to the same result',
  })),
];

/** Folders whose files are looked at; generated code keeps the rules of imports, but no machine counts its columns. */
export const folders = [
  'framework',
  'generated',
  'services',
  'gateway',
  'cli',
  'platform',
  'pact',
  'faults',
  'bench',
  'attack',
  'house',
  'reference',
  'portal',
  'fuzz',
  'mock',
] as const;

/** Longer lines do not fit beside each other on a screen. */
export const longestLine = 120;
