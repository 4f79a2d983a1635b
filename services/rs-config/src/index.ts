export * from './rs-config.ts';
