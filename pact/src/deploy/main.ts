/** `make can-deploy SERVICE=…`: whether a service works with its neighbours, and what breaks; `--release` keeps pacts. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { presentContracts, presentPacts, releasedContracts, releasedPacts } from '../agreement/contracts.ts';
import { deploymentOf } from './verdict.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const [asked = ''] = process.argv.slice(2);
if (asked === '--release') release();
else await answer(asked);

async function answer(service: string): Promise<void> {
  const here = { contracts: presentContracts(root), pacts: presentPacts(root) };
  const there = { contracts: releasedContracts(root), pacts: releasedPacts(root) };
  const known = new Set([
    ...here.contracts.keys(),
    ...here.pacts.flatMap((one) => [one.consumer.name, one.provider.name]),
  ]);
  if (!known.has(service)) {
    console.error(`SERVICE=${service} is none of ${[...known].toSorted().join(', ')}`);
    process.exitCode = 2;
    return;
  }
  const { version, neighbours, changes } = await deploymentOf(service, here, there);
  for (const { name, version: theirs, relation, breaks } of neighbours) {
    const who = `${name}${theirs === undefined ? '' : ` ${theirs}`}`;
    const how = relation === 'relies on it' ? `${who} relies on ${service}` : `${service} relies on ${who}`;
    console.log(`${breaks.length === 0 ? 'yes' : 'NO '}  ${how}`);
    for (const fault of breaks) console.log(`       ${fault}`);
  }
  for (const change of changes) console.log(`note ${change} (nobody here relies on it unless it is named above)`);
  const isGood = neighbours.every(({ breaks }) => breaks.length === 0);
  const what = `${service}${version === undefined ? '' : ` ${version}`}`;
  console.log(isGood ? `${what} works with its ${neighbours.length} neighbours` : `${what} cannot be deployed`);
  process.exitCode = isGood ? 0 : 1;
}

function release(): void {
  const folder = path.join(root, 'pact', 'released');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const pacts = presentPacts(root);
  for (const pact of pacts)
    writeFileSync(path.join(folder, `${pact.consumer.name}-${pact.provider.name}.json`), `${JSON.stringify(pact)}\n`);
  console.log(`${pacts.length} pacts belong to what is released`);
}
