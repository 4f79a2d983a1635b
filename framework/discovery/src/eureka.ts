/** The JSON of Eureka's REST protocol (rs-registry §3), written strictly and read leniently. */

export type InstanceStatus = 'UP' | 'DOWN' | 'STARTING' | 'OUT_OF_SERVICE' | 'UNKNOWN';

/** An instance as callers need it. */
export interface Instance {
  /** Such as rs-fem:1; unique within its service. */
  readonly id: string;
  /** Name of the service in lower case, such as rs-fem. */
  readonly service: string;
  /** Such as http://127.0.0.1:9101, without a slash at the end. */
  readonly url: string;
  readonly status: InstanceStatus;
  readonly metadata: Readonly<Record<string, string>>;
}

export interface Change {
  readonly instance: Instance;
  readonly action: 'ADDED' | 'MODIFIED' | 'DELETED';
}

export interface InstanceList {
  readonly changes: readonly Change[];
  /** Such as UP_3_: how many instances there are in each state, by which clients check themselves. */
  readonly hash: string;
}

/** Reads the answer of GET /eureka/apps and /eureka/apps/delta; throws an error when it is something else. */
export function readApplications(body: unknown): InstanceList {
  const applications = member(body, 'applications');
  if (!isObject(applications)) throw new Error('what answered is no Eureka registry: applications is missing');
  const instances = list(applications['application']).flatMap((application) => list(member(application, 'instance')));
  return {
    hash: text(applications['apps__hashcode']),
    changes: instances.flatMap((one) => readInstance(one) ?? []),
  };
}

/** STATE_count_ for each state, in the order of their names. */
export function hashOf(instances: Iterable<Instance>): string {
  const counts = new Map<string, number>();
  for (const { status } of instances) counts.set(status, (counts.get(status) ?? 0) + 1);
  return [...counts]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([status, count]) => `${status}_${count}_`)
    .join('');
}

const statuses: readonly string[] = ['UP', 'DOWN', 'STARTING', 'OUT_OF_SERVICE', 'UNKNOWN'];
const isStatus = (text: string): text is InstanceStatus => statuses.includes(text);

/** An entry that nobody could call, without address or name, is passed over. */
function readInstance(value: unknown): Change | undefined {
  if (!isObject(value)) return undefined;
  const host = text(value['hostName']) || text(value['ipAddr']);
  const service = text(value['app']).toLowerCase();
  const url = urlOf(host, value);
  if (service === '' || url === undefined) return undefined;
  const [status, action] = [text(value['status']), text(value['actionType'])];
  return {
    action: action === 'DELETED' || action === 'MODIFIED' ? action : 'ADDED',
    instance: {
      id: text(value['instanceId']) || host,
      service,
      url,
      status: isStatus(status) ? status : 'UNKNOWN',
      metadata: Object.fromEntries(
        Object.entries(isObject(value['metadata']) ? value['metadata'] : {}).map(([name, one]) => [name, text(one)]),
      ),
    },
  };
}

function urlOf(host: string, value: Record<string, unknown>): string | undefined {
  const authority = host.includes(':') ? `[${host}]` : host;
  for (const [name, scheme] of [
    ['port', 'http'],
    ['securePort', 'https'],
  ] as const) {
    const port = value[name];
    const number = Number(member(port, '$') ?? port);
    const enabled = text(member(port, '@enabled') ?? name === 'port') === 'true';
    if (host !== '' && enabled && Number.isSafeInteger(number) && number > 0)
      return `${scheme}://${authority}:${number}`;
  }
  return undefined;
}

export interface Registrant {
  readonly service: string;
  readonly instanceId: string;
  readonly host: string;
  readonly port: number;
  /** Whether the port speaks TLS; plain HTTP where missing. */
  readonly isSecure?: boolean;
  readonly metadata?: Readonly<Record<string, string>>;
}

/** The body of a registration, with every member that Eureka's clients rely on. */
export function registrationBody(
  registrant: Registrant,
  status: InstanceStatus,
  dirtyAt: number,
  lease: { renewalSeconds: number; durationSeconds: number },
) {
  const { service, instanceId, host, port, isSecure = false } = registrant;
  const home = `http${isSecure ? 's' : ''}://${host.includes(':') ? `[${host}]` : host}:${port}`;
  return {
    instance: {
      instanceId,
      app: service.toUpperCase(),
      vipAddress: service,
      secureVipAddress: service,
      hostName: host,
      ipAddr: host,
      port: { $: isSecure ? 80 : port, '@enabled': String(!isSecure) },
      securePort: { $: isSecure ? port : 443, '@enabled': String(isSecure) },
      status,
      overriddenStatus: 'UNKNOWN',
      countryId: 1,
      dataCenterInfo: { '@class': 'com.netflix.appinfo.InstanceInfo$DefaultDataCenterInfo', name: 'MyOwn' },
      leaseInfo: { renewalIntervalInSecs: lease.renewalSeconds, durationInSecs: lease.durationSeconds },
      homePageUrl: `${home}/`,
      statusPageUrl: `${home}/actuator/info`,
      healthCheckUrl: `${home}/actuator/health`,
      metadata: { 'management.port': String(port), ...registrant.metadata },
      lastDirtyTimestamp: String(dirtyAt),
    },
  };
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const member = (value: unknown, name: string): unknown => (isObject(value) ? value[name] : undefined);

const text = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';

/** Netflix's own JSON writes a list of one as the one. */
const list = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
