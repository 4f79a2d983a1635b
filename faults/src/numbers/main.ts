/** An instance in a process of its own, to be killed: `node main.ts '{"databaseUrl":…}'`. */
import { startNumbers } from './instance.ts';
import type { NumbersOptions, Point } from './instance.ts';

/** What a harness can say to a process. */
export interface ProcessOptions extends Pick<
  NumbersOptions,
  'databaseUrl' | 'amqpUrl' | 'instanceId' | 'subscription'
> {
  /** Where it kills itself, and at which time it comes there. */
  readonly dies?: { readonly at: Point; readonly turn: number };
}

// Only the harness starts this, and with options of this shape.
const { dies, ...options } = JSON.parse(process.argv[2] ?? '{}') as ProcessOptions;
let turns = 0;
const instance = await startNumbers({
  ...options,
  at(point) {
    if (point === dies?.at && (turns += 1) >= dies.turn) process.kill(process.pid, 'SIGKILL');
  },
});
process.on('SIGTERM', () => void instance.stop().then(() => process.exit(0)));
process.stdout.write('ready\n');
