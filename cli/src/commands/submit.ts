/** `regards submit`: features from a file, by AMQP or REST, with what became of each. */
import type { Command } from 'commander';
import type { FeatureCreation } from '@regards/generated/rs-fem/types';
import { validators } from '@regards/generated/rs-fem/validators';
import { CommandError } from '../fault.ts';
import { documentsOf, inputText } from '../input.ts';
import { session } from '../platform.ts';
import { startProgress } from '../progress.ts';
import { submitByRest } from '../restSubmission.ts';
import { submit, summary } from '../submission.ts';
import type { Outcome, Result } from '../submission.ts';

interface Options {
  readonly platform?: string;
  readonly project?: string;
  readonly source: string;
  readonly session: string;
  readonly rest?: boolean;
}

export const addSubmit = (program: Command): Command =>
  program
    .command('submit')
    .description('submit features (GeoJSON: one a line, a list or a feature collection) and tell what became of each')
    .argument('<file>', 'file with the features, - for standard input')
    .option('--rest', 'by REST through the gateway instead of AMQP: tells what was granted, not what became of it')
    .option('--platform <file>', 'description of a local platform instead of the kept session')
    .option('--project <name>', 'the project')
    .option('--source <name>', 'source the features come from', 'regards-cli')
    .option('--session <name>', 'session they come in', new Date().toISOString().slice(0, 10))
    .action(async (file: string, options: Options) => {
      const features = documentsOf(await inputText(file), file).map(featureOf);
      const caller = await session(options);
      const progress = startProgress(`submitting to ${caller.project}`, features.length);
      const send = options.rest ? submitByRest : submit;
      const results = await send({
        session: caller,
        features,
        source: options.source,
        sessionName: options.session,
        onDone: (done) => progress.set(done),
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

/** By REST the answer comes before the processing. */
const wellEnded: ReadonlySet<Outcome> = new Set(['SUCCESS', 'GRANTED']);

/** Prints what was refused, then the sum; the exit status is 1 when not all succeeded. */
export function tell(results: readonly Result[]): void {
  for (const { id, outcome, errors } of results) {
    if (!wellEnded.has(outcome)) console.error(`${id}: ${outcome}${errors.length > 0 ? ` ${errors.join(' ')}` : ''}`);
  }
  console.log(summary(results));
  if (results.some(({ outcome }) => !wellEnded.has(outcome))) process.exitCode = 1;
}
