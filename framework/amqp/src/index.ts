export * from './broker.ts';
export { BrokerUnavailableError } from './connection.ts';
export type { ConnectionState } from './connection.ts';
export type { DeadLetter, DeadLetterDesk, RestingQueue } from './desk.ts';
export * from './names.ts';
export type { HandlingPorts, Inbox } from './ports.ts';
export { TopologyError } from './topology/steps.ts';
