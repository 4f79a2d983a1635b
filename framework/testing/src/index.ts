export * from './host.ts';
export * from './keys.ts';
export * from './platform.ts';
export * from './proxy.ts';
export * from './request.ts';
export * from './until.ts';
export * from './virtual-hosts.ts';
