export * from './rs-admin-instance.ts';
