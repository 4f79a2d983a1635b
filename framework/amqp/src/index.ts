export * from './broker.ts';
export { BrokerUnavailableError } from './connection.ts';
export type { ConnectionState } from './connection.ts';
export type { HandlingPorts } from './handling.ts';
export * from './names.ts';
export { TopologyError } from './topology.ts';
