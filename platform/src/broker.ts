/** A RabbitMQ of our own: its data, ports, user and cookie are private to the folder it lives in. */
import { globSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setupVirtualHosts, virtualHosts } from './broker-setup.ts';
import { attempt, execute } from './command.ts';
import { brokerSettings, brokerSwitches, limits } from './limits.ts';
import { answers } from './program.ts';
import type { Program } from './program.ts';

export interface BrokerPlan {
  readonly folder: string;
  readonly user: string;
  readonly password: string;
  readonly ports: {
    readonly amqp: number;
    readonly management: number;
    readonly distribution: number;
    readonly names: number;
  };
  /** Its name among the nodes of a cluster; a broker without one stands alone. */
  readonly node?: { readonly name: string; readonly cookie: string; readonly all: readonly string[] };
}

/** The server's own script: the one in PATH changes folder and user. Undefined when RabbitMQ is not installed. */
export const brokerCommand = (): string | undefined =>
  globSync('/usr/lib/rabbitmq/lib/rabbitmq_server-*/sbin/rabbitmq-server').toSorted().at(-1);

/** The broker's address without a virtual host. */
export const brokerUrl = ({ user, password, ports }: BrokerPlan): string =>
  `amqp://${user}:${password}@127.0.0.1:${ports.amqp}`;

/** Address of the broker's HTTP API, user and password included. */
export const managementUrl = ({ user, password, ports }: BrokerPlan): string =>
  `http://${user}:${password}@127.0.0.1:${ports.management}`;

/** The broker as a program; ready when both virtual hosts are there. */
export function brokerProgram(plan: BrokerPlan, command: string, inherited: Readonly<Record<string, string>>): Program {
  const environment = environmentOf(plan, inherited);
  return {
    name: 'rabbitmq',
    service: 'rabbitmq',
    command,
    args: [],
    environment,
    served: [],
    stopSignal: 'SIGTERM',
    stopMs: limits.serverStopMs,
    prepare: () => writeConfiguration(plan),
    async ready(signal) {
      const api = `http://127.0.0.1:${plan.ports.management}/api/overview`;
      const authorization = `Basic ${btoa(`${plan.user}:${plan.password}`)}`;
      if (!(await answers(api, signal, { authorization }))) return false;
      await setupVirtualHosts(managementUrl(plan));
      return queuesHaveLeaders(plan, command, environment);
    },
    // Erlang's name server is started by the node and outlives it
    stopped: async () => void (await attempt('epmd', ['-port', String(plan.ports.names), '-kill'], { environment })),
  };
}

/** Has those queues elect a leader that have none, and gives their names. */
const electLeaders =
  '[begin ra:trigger_election({Name, node()}), Name end || {Name, _} <- ra_directory:list_registered(quorum_queues), ' +
  'not lists:any(fun(State) -> element(2, State) =:= leader end, ets:lookup(ra_state, Name))].';

/**
 * A quorum queue of a node that stands alone may be left without a leader when the node starts again, for ever, and
 * then takes and gives nothing (rabbitmq/rabbitmq-server#10070). Nodes of a cluster have each other for that.
 */
async function queuesHaveLeaders(
  plan: BrokerPlan,
  command: string,
  environment: Readonly<Record<string, string>>,
): Promise<boolean> {
  if (plan.node || !(await hasQueues(plan))) return true;
  const { code, output } = await attempt(path.join(path.dirname(command), 'rabbitmqctl'), ['eval', electLeaders], {
    environment,
    withinMs: limits.serverStopMs,
  });
  return code !== 0 || output.trim() === '[]'; // another version may not know what we ask for
}

async function hasQueues(plan: BrokerPlan): Promise<boolean> {
  const { origin, username, password } = new URL(managementUrl(plan));
  const answer = await fetch(`${origin}/api/queues?columns=name`, {
    headers: { authorization: `Basic ${btoa(`${username}:${password}`)}` },
    signal: AbortSignal.timeout(limits.callMs),
  });
  return (await answer.text()).trim() !== '[]';
}

/** Runs `rabbitmqctl` against the broker of the plan, and gives what it wrote. @throws PlatformFailure */
export const controlBroker = (
  plan: BrokerPlan,
  command: string,
  args: readonly string[],
  inherited: Readonly<Record<string, string>>,
): Promise<string> =>
  execute(path.join(path.dirname(command), 'rabbitmqctl'), args, {
    environment: environmentOf(plan, inherited),
    withinMs: limits.serverStopMs,
  });

const nodeName = ({ node }: BrokerPlan): string => `${node?.name ?? 'regards'}@localhost`;

function environmentOf(plan: BrokerPlan, inherited: Readonly<Record<string, string>>): Record<string, string> {
  const { folder, ports } = plan;
  const within = (name: string): string => path.join(folder, name);
  return {
    PATH: inherited['PATH'] ?? '/usr/sbin:/usr/bin:/sbin:/bin',
    LANG: 'C.UTF-8',
    HOME: folder,
    // the script then becomes the server instead of waiting for it, and signals reach the server itself
    RUNNING_UNDER_SYSTEMD: 'true',
    RABBITMQ_NODENAME: nodeName(plan),
    RABBITMQ_NODE_IP_ADDRESS: '127.0.0.1',
    RABBITMQ_NODE_PORT: String(ports.amqp),
    RABBITMQ_DIST_PORT: String(ports.distribution),
    RABBITMQ_MNESIA_BASE: within('data'),
    RABBITMQ_LOG_BASE: within('log'),
    RABBITMQ_CONFIG_FILE: within('rabbitmq.conf'),
    RABBITMQ_ADVANCED_CONFIG_FILE: within('advanced.config'),
    RABBITMQ_ENABLED_PLUGINS_FILE: within('enabled_plugins'),
    RABBITMQ_CONF_ENV_FILE: within('environment.conf'),
    RABBITMQ_PID_FILE: within('pid'),
    RABBITMQ_GENERATED_CONFIG_DIR: within('generated'),
    RABBITMQ_SCHEMA_DIR: within('schema'),
    RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS: ['-kernel inet_dist_use_interface {127,0,0,1}', ...brokerSwitches].join(' '),
    ERL_EPMD_PORT: String(ports.names),
    ERL_EPMD_ADDRESS: '127.0.0.1',
    ERL_CRASH_DUMP: within('crash.dump'),
  };
}

/** The user of the first start; no guest is made. */
async function writeConfiguration({ folder, user, password, ports, node }: BrokerPlan): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const settings = {
    default_user: user,
    default_pass: password,
    default_vhost: virtualHosts.instance,
    'default_user_tags.administrator': 'true',
    loopback_users: 'none',
    'management.tcp.ip': '127.0.0.1',
    'management.tcp.port': String(ports.management),
    'log.console': 'true',
    'log.file': 'false',
    ...brokerSettings,
    ...clusterSettings(node),
  };
  const lines = Object.entries(settings).map(([key, value]) => `${key} = ${value}\n`);
  await Promise.all([
    writeFile(path.join(folder, 'rabbitmq.conf'), lines.join(''), { mode: 0o600 }),
    writeFile(path.join(folder, 'enabled_plugins'), '[rabbitmq_management].\n'),
    writeFile(path.join(folder, 'environment.conf'), ''),
    // read at each start, and written by Erlang for one that stands alone
    ...(node ? [writeCookie(path.join(folder, '.erlang.cookie'), node.cookie)] : []),
  ]);
}

/** Nodes find each other by name; one that sees no majority pauses, so that no two parts go different ways. */
const clusterSettings = (node: BrokerPlan['node']): Record<string, string> =>
  node
    ? {
        'cluster_formation.peer_discovery_backend': 'classic_config',
        cluster_partition_handling: 'pause_minority',
        ...Object.fromEntries(
          node.all.map((name, index) => [`cluster_formation.classic_config.nodes.${index + 1}`, `${name}@localhost`]),
        ),
      }
    : {};

async function writeCookie(file: string, cookie: string): Promise<void> {
  await rm(file, { force: true }); // nobody may write to it, not even we
  await writeFile(file, cookie, { mode: 0o400 });
}
