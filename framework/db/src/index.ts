export * from './database.ts';
export * from './failures.ts';
export * from './inbox.ts';
export * from './migrations.ts';
export * from './outbox.ts';
export * from './paging.ts';
