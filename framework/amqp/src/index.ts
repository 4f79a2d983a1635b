export * from './broker.ts';
export { BrokerUnavailableError } from './connection.ts';
export type { ConnectionState } from './connection.ts';
export { UnknownQueueError } from './desk.ts';
export type { DeadLetterDesk, RestingQueue } from './desk.ts';
export type { DeadLetter } from './letter.ts';
export * from './names.ts';
export type { HandlingPorts, Inbox } from './ports.ts';
export { TopologyError } from './topology/steps.ts';
