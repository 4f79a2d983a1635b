export type { Needs } from './compatible.ts';
export * from './discovery.ts';
export type { Instance, InstanceStatus, Registrant } from './eureka.ts';
export * from './registration.ts';
