/** The contracts of this checkout, those that were released last, and the pacts of either. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { presentContract, readReleased } from '../../../codegen/src/breaking/released.ts';
import type { Released } from '../../../codegen/src/breaking/released.ts';
import { readContracts } from '../../../codegen/src/contracts.ts';
import type { PactFile } from '../pact-file.ts';

export type ContractsByService = ReadonlyMap<string, Released>;

/** @param root folder of the repository */
export function presentContracts(root: string): ContractsByService {
  const contracts = readContracts(path.join(root, 'contracts'), []);
  return new Map(
    contracts.services.map((one) => [one.name, presentContract(one, contracts, path.join(root, 'generated'))]),
  );
}

export const releasedContracts = (root: string): ContractsByService =>
  readReleased(path.join(root, 'codegen', 'released'));

/** Pacts of every edge, as the last tests wrote them, and those of programs of other teams. */
export const presentPacts = (root: string): PactFile[] => [
  ...pactsIn(path.join(root, 'pact'), '*/pacts/*.json'),
  ...pactsIn(path.join(root, 'examples/consumers'), '*/pacts/*.json'),
];

/** Pacts that belong to what was released last. */
export const releasedPacts = (root: string): PactFile[] => pactsIn(path.join(root, 'pact', 'released'), '*.json');

const pactsIn = (folder: string, pattern: string): PactFile[] =>
  existsSync(folder)
    ? globSync(pattern, { cwd: folder })
        .toSorted()
        .map((file) => JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as PactFile)
    : [];
