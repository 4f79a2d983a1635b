export * from './rs-registry.ts';
