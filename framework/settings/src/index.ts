export * from './bootstrap.ts';
export * from './config-client.ts';
export * from './following.ts';
export * from './live.ts';
export * from './placeholders.ts';
export * from './settings.ts';
export * from './test-environment.ts';
export * from './whole-file.ts';
