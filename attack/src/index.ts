export * from './attack.ts';
export * from './scenario.ts';
