export { assemble } from './assembly.ts';
export type { Assembly, AssemblyParts } from './assembly.ts';
export { startGateway } from './rs-gateway.ts';
export type { RunningGateway } from './rs-gateway.ts';
