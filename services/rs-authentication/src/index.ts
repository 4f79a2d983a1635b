export * from './rs-authentication.ts';
