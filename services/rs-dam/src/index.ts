export * from './rs-dam.ts';
