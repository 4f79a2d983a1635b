/** `regards submit`: features from a file, by AMQP, with what became of each. */
import type { Command } from 'commander';
import type { FeatureCreation } from '@regards/generated/rs-fem/types';
import { validators } from '@regards/generated/rs-fem/validators';
import { CommandError } from '../fault.ts';
import { documentsOf, inputText } from '../input.ts';
import { session } from '../platform.ts';
import { startProgress } from '../progress.ts';
import { submit, summary } from '../submission.ts';
import type { Result } from '../submission.ts';

interface Options {
  readonly platform?: string;
  readonly project?: string;
  readonly source: string;
  readonly session: string;
}

export const addSubmit = (program: Command): Command =>
  program
    .command('submit')
    .description('submit features (GeoJSON: one a line, a list or a feature collection) by AMQP and tell what became of each')
    .argument('<file>', 'file with the features, - for standard input')
    .option('--platform <file>', 'description of a local platform instead of the kept session')
    .option('--project <name>', 'the project')
    .option('--source <name>', 'source the features come from', 'regards-cli')
    .option('--session <name>', 'session they come in', new Date().toISOString().slice(0, 10))
    .action(async (file: string, options: Options) => {
      const features = documentsOf(await inputText(file), file).map(featureOf);
      const caller = await session(options);
      const progress = startProgress(`submitting to ${caller.project}`, features.length);
      const results = await submit({
        session: caller, features, source: options.source, sessionName: options.session, onDone: (done) => progress.set(done),
      });
      progress.end();
      tell(results);
    });

/** The platform would deny it as well; here the place in the file is known. */
function featureOf(value: unknown, at: number): FeatureCreation {
  const checked = validators.FeatureCreation(value);
  if (!checked.valid) throw new CommandError(`feature ${at + 1}: ${checked.faults.join(' ')}`);
  return checked.value;
}

/** Prints what was refused, then the sum; the exit status is 1 when not all succeeded. */
export function tell(results: readonly Result[]): void {
  for (const { id, outcome, errors } of results) {
    if (outcome !== 'SUCCESS') console.error(`${id}: ${outcome}${errors.length > 0 ? ` ${errors.join(' ')}` : ''}`);
  }
  console.log(summary(results));
  if (results.some(({ outcome }) => outcome !== 'SUCCESS')) process.exitCode = 1;
}
