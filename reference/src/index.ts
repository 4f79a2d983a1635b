export * from './documents.ts';
export * from './example.ts';
export * from './json.ts';
export * from './messages.ts';
export * from './operations.ts';
export * from './schema.ts';
