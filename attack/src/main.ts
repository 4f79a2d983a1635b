#!/usr/bin/env node
/** `make attack`: attacks a running platform; exits with 1 when something got past. */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { attack } from './attack.ts';
import { writePage, writeResults } from './report.ts';
import { scenarios } from './scenarios/index.ts';

const root = path.resolve(import.meta.dirname, '../..');

const help = `Attacks a running platform (make up) with what its contracts offer, and tells what got past.

  make attack [QUICK=1] [ATTACK="rights tokens"] [COUNT=1000]

  --platform FILE  the platform's description (.run/platform.json)
  --only NAME      this attack alone (repeatable)
  --count N        inputs of each attack at the most, taken evenly from all (all)
  --quick          300 inputs of each attack; results are shown and not written
  --help           this text

Results stand in attack/results.json and docs/attacks.md. The attacks:

${scenarios.map(({ name, sentence }) => `  ${name.padEnd(10)} ${sentence}`).join('\n')}`;

const { values } = parseArgs({
  options: {
    platform: { type: 'string', default: path.join(root, '.run', 'platform.json') },
    only: { type: 'string', multiple: true, default: [] },
    count: { type: 'string', default: '' },
    quick: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) console.log(help);
else process.exitCode = (await main()) ? 0 : 1;

async function main(): Promise<boolean> {
  const { platform, only, count, quick } = values;
  const most = count !== '' ? Number(count) : quick ? 300 : Infinity;
  const results = await attack({
    platform,
    only,
    most,
    told({ scenario, inputs, gotPast, examples, seconds }) {
      console.log(`${scenario.padEnd(10)} ${inputs} inputs, ${gotPast} got past, ${seconds} s`);
      for (const example of examples) console.log(`  ${example}`);
    },
  });
  const isWhole = only.length === 0 && !quick && count === '';
  if (isWhole) {
    await writeResults(path.join(root, 'attack', 'results.json'), results);
    await writePage(path.join(root, 'docs', 'attacks.md'), results, new Date().toISOString().slice(0, 10));
  }
  return results.every(({ gotPast }) => gotPast === 0);
}
