#!/usr/bin/env node
/** Runs one command; what people did wrong is told in a sentence, what we did wrong with its stack. */
import { CommandError } from './fault.ts';
import { regardsProgram } from './program.ts';

try {
  await regardsProgram().parseAsync();
} catch (failure) {
  console.error(failure instanceof CommandError ? failure.message : failure);
  process.exitCode = 1;
}
