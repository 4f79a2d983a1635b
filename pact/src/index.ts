export * from './pacts.ts';
export * from './provider.ts';
