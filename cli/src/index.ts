export { regardsProgram } from './program.ts';
