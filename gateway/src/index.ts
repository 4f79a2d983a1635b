export { startGateway } from './rs-gateway.ts';
export type { RunningGateway } from './rs-gateway.ts';
