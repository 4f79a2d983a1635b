/** `make faults`: runs the scenarios on a broker and a database of their own, and writes the report. */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startFaultServers } from './servers.ts';
import { machineFacts } from './machine.ts';
import { writeReport } from './report.ts';
import { runScenarios } from './running.ts';
import { allScenarios, openScenarios } from './scenarios/index.ts';
import type { Size } from './scenario.ts';

const help = `make faults [QUICK=1] [SCENARIO=M1,O3] [FACTOR=0.1]

  QUICK=1         few repetitions of everything, within 10 minutes
  SCENARIO=M1,O3  these alone; the report keeps what it says of the others
  FACTOR=0.1      times the repetitions
  LIST=1          lists the scenarios

Writes docs/reliability.md and faults/results.json. Ends with 1 when a scenario did not pass.`;

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    test: { type: 'boolean', default: false },
    list: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
    scenario: { type: 'string', default: '' },
    factor: { type: 'string', default: '1' },
  },
});
const write = (text: string): void => void process.stdout.write(`${text}\n`);
const size: Size = values.test ? 'test' : values.quick ? 'quick' : 'full';
const names = values.scenario.split(/[\s,]+/).filter((name) => name !== '');
const unknown = names.filter((name) => !allScenarios.some(({ id }) => id === name));
const factor = Number(values.factor);

if (values.help) end(help, 0);
if (values.list)
  end(
    allScenarios
      .map(({ id, sentence, repetitions }) => `${id.padEnd(4)} ${sentence} (${repetitions[size]})`)
      .join('\n'),
    0,
  );
if (unknown.length > 0) end(`there is no scenario ${unknown.join(', ')}; LIST=1 lists them`, 2);
if (!(factor > 0)) end(`FACTOR is no number above 0: ${values.factor}`, 2);

const chosen = allScenarios.filter(({ id }) => names.length === 0 || names.includes(id));
const servers = await startFaultServers();
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void servers.stop().finally(() => process.exit(130)));
process.on('unhandledRejection', (failure) => {
  write(`the harness itself failed: ${failure instanceof Error ? failure.stack : String(failure)}`);
  void servers.stop().finally(() => process.exit(2));
});
const results = await runScenarios(chosen, {
  size,
  factor,
  servers,
  told({ scenario, repetitions, passed, asked, lost, doubled, figures, faults, seconds }) {
    const shown = Object.entries(figures).map(([name, value]) => `${name} ${Math.round(value * 100) / 100}`);
    write(
      `${passed === repetitions ? '✓' : '✗'} ${scenario.padEnd(4)} ${passed}/${repetitions} passed, ${asked} accounted ` +
        `for, ${lost} lost, ${doubled} doubled, ${seconds} s  ${shown.join(', ')}`,
    );
    for (const fault of faults.slice(0, 5)) write(`       ${fault}`);
  },
});
const date = new Date().toISOString().slice(0, 10);
await writeReport(
  { machine: machineFacts(), results: results.map((one) => ({ ...one, size, date })) },
  allScenarios,
  openScenarios,
);
await servers.stop();
const failed = results.filter(({ passed, repetitions }) => passed < repetitions).length;
end(
  `${results.length - failed} of ${results.length} passed; ${path.join('docs', 'reliability.md')} tells more`,
  failed ? 1 : 0,
);

function end(text: string, status: number): never {
  write(text);
  process.exit(status);
}
