export { invalid, valid } from './arbitrary.ts';
export { fuzzMessage } from './messages.ts';
export type { Sent } from './messages.ts';
export { fuzzOperation } from './rest.ts';
export { schemaJudge } from './judge.ts';
