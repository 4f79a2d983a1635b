export * from './rs-admin.ts';
