export * from './application.ts';
export * from './defaults.ts';
export * from './errors.ts';
export * from './health.ts';
export type { OperationRequest } from './operation.ts';
export * from './ports.ts';
export { contractRights, isOutOfReach } from './rights.ts';
export * from './server.ts';
export * from './transport.ts';
