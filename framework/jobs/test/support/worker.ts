/** An instance in a process of its own, for tests that stop or kill it: `node worker.ts <url> <instance>`. */
import { setTimeout as pause } from 'node:timers/promises';
import type { JobKind } from '../../src/index.ts';
import { openInstance } from './instances.ts';

const [url = '', instanceId = ''] = process.argv.slice(2);
const say = (word: string): void => void process.stdout.write(`${word}\n`);

const kinds: JobKind[] = [
  {
    className: 'Count',
    async run(job) {
      say(`run ${job.id}`);
      await pause(Number(job.parameters['restMs'] ?? 0));
      await job.transaction(({ sql }) =>
        sql.query('insert into trace (job, instance) values ($1, $2)', [job.id, instanceId]),
      );
    },
  },
  {
    className: 'Crash',
    async run() {
      process.kill(process.pid, 'SIGKILL');
    },
  },
];

const instance = await openInstance(url, kinds, { instanceId, slots: 2 });
say('ready');
process.on('SIGTERM', () => void instance.close().then(() => process.exit(0)));
