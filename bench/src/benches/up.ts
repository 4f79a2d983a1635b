/** `make up` and what its processes hold in memory. */
import type { Bench } from '../bench.ts';
import { memoryByProgram } from '../processes.ts';
import { result } from '../result.ts';

export const upBench: Bench = {
  name: 'up',
  what: '`make up` with its 389 products, packages installed, until the first search; memory of each process then',
  beside: 'the goal alone',
  async run({ start, say }) {
    const seconds = await start();
    if (seconds === undefined) say('a platform runs already: `make down` first, to see how long its start takes');
    const started = result({ name: 'up: make up to the first search', value: seconds ?? 0, unit: 's' });
    const memory = (await memoryByProgram()).map(([program, bytes]) =>
      result({ name: `up: memory of ${program}`, value: bytes / 2 ** 20, unit: 'MiB' }),
    );
    return seconds === undefined ? memory : [started, ...memory];
  },
};
