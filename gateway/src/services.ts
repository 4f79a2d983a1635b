/** The names that REGARDS routes, those it keeps inside, and its restricted aliases (rs-gateway §2). */

/** Routed whether an instance is known or not: without one the answer is 503, not 404. */
export const routed: ReadonlySet<string> = new Set([
  'rs-access-instance',
  'rs-access-project',
  'rs-admin',
  'rs-admin-instance',
  'rs-authentication',
  'rs-catalog',
  'rs-dam',
  'rs-dataprovider',
  'rs-delivery',
  'rs-downloader',
  'rs-fem',
  'rs-ingest',
  'rs-lta-manager',
  'rs-notifier',
  'rs-order',
  'rs-processing',
  'rs-storage',
  'rs-worker-manager',
]);

export const internal: ReadonlySet<string> = new Set(['rs-config', 'rs-registry', 'rs-gateway']);

export interface Alias {
  readonly service: string;
  readonly paths: readonly RegExp[];
}

const notifications = [
  'notifications',
  'notifications/**',
  'notifications/*/read',
  'notifications/read/delete',
  'notifications/all/read',
];

export const aliases: ReadonlyMap<string, Alias> = new Map(
  Object.entries({
    'rs-dam': ['models/attributes', 'models/*/attributes', 'models/attributes/modeltype/**'],
    'rs-admin-instance': ['projects/**', 'accounts/password', ...notifications],
    'rs-admin': [
      'resources',
      'roles/borrowables',
      ...notifications,
      'users/myuser',
      'accesses',
      'accesses/verifyEmail/**',
      'accesses/settings',
    ],
  }).map(([service, patterns]) => [`${service}-public`, { service, paths: patterns.map(pathPattern) }]),
);

/** `*` is one segment, `**` any number of them, none included. */
function pathPattern(pattern: string): RegExp {
  const text = pattern.replace(/\/\*\*$/, '(?:/.*)?').replace(/(^|\/)\*(?=\/|$)/g, '$1[^/]+');
  return new RegExp(`^${text}$`);
}
