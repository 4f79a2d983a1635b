/** `make edges`: prints each edge with its pact, ends with 1 when one has none or a pact has no edge. */
import { fileURLToPath } from 'node:url';
import { edgeReport } from './report.ts';

const { lines, faults } = await edgeReport(fileURLToPath(new URL('../../..', import.meta.url)));
for (const line of lines) console.log(line);
for (const fault of faults) console.log(fault);
console.log(
  faults.length === 0
    ? `${lines.length} edges, each with its pact`
    : `${faults.length} faults of ${lines.length} edges`,
);
process.exitCode = faults.length === 0 ? 0 : 1;
