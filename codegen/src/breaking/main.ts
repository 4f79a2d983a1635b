/** `make breaking`: compares the contracts with those released last; `--release` makes the present ones the last. */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readContracts } from '../contracts.ts';
import { presentContract, readReleased, writeReleased } from './released.ts';
import { verdicts } from './verdict.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const { values } = parseArgs({
  options: {
    release: { type: 'boolean', default: false },
    contracts: { type: 'string', default: path.join(root, 'contracts') },
    generated: { type: 'string', default: path.join(root, 'generated') },
    released: { type: 'string', default: path.join(root, 'codegen', 'released') },
  },
});

const contracts = readContracts(values.contracts, []);
const present = contracts.services.map((service) => presentContract(service, contracts, values.generated));
if (values.release) {
  writeReleased(values.released, present);
  console.log(`${present.length} contracts are the released ones from now on`);
} else {
  const found = verdicts(readReleased(values.released).values(), new Map(present.map((one) => [one.service, one])));
  for (const { service, breaks, isAnnounced } of found)
    for (const fault of breaks) console.log(`${service}: ${fault}${isAnnounced ? ' (its version says so)' : ''}`);
  const silent = found.filter(({ breaks, isAnnounced }) => breaks.length > 0 && !isAnnounced);
  console.log(
    silent.length === 0
      ? `${found.length} contracts: nothing breaks that their versions do not announce`
      : `${silent.map(({ service }) => service).join(', ')}: raise info.version or keep what clients rely on (make release, if nobody has the old one)`,
  );
  process.exitCode = silent.length === 0 ? 0 : 1;
}
