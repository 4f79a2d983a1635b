export * from './common-settings.ts';
export * from './definition.ts';
export * from './parts.ts';
