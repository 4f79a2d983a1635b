/** A RabbitMQ of our own: its data, ports, user and cookie are private to the folder it lives in. */
import { globSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setupVirtualHosts, virtualHosts } from './broker-setup.ts';
import { attempt } from './command.ts';
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
      return true;
    },
    // Erlang's name server is started by the node and outlives it
    stopped: async () => void (await attempt('epmd', ['-port', String(plan.ports.names), '-kill'], { environment })),
  };
}

function environmentOf(
  { folder, ports }: BrokerPlan,
  inherited: Readonly<Record<string, string>>,
): Record<string, string> {
  const within = (name: string): string => path.join(folder, name);
  return {
    PATH: inherited['PATH'] ?? '/usr/sbin:/usr/bin:/sbin:/bin',
    LANG: 'C.UTF-8',
    HOME: folder,
    // the script then becomes the server instead of waiting for it, and signals reach the server itself
    RUNNING_UNDER_SYSTEMD: 'true',
    RABBITMQ_NODENAME: 'regards@localhost',
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
async function writeConfiguration({ folder, user, password, ports }: BrokerPlan): Promise<void> {
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
  };
  const lines = Object.entries(settings).map(([key, value]) => `${key} = ${value}\n`);
  await Promise.all([
    writeFile(path.join(folder, 'rabbitmq.conf'), lines.join(''), { mode: 0o600 }),
    writeFile(path.join(folder, 'enabled_plugins'), '[rabbitmq_management].\n'),
    writeFile(path.join(folder, 'environment.conf'), ''),
  ]);
}
