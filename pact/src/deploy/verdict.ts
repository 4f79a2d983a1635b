/** Whether a service as it is here works with its neighbours as they were released last. */
import { breaksOf } from '../../../codegen/src/breaking/verdict.ts';
import { contradictions } from '../agreement/contradictions.ts';
import type { ContractsByService } from '../agreement/contracts.ts';
import type { PactFile } from '../pact-file.ts';

export interface Side {
  readonly contracts: ContractsByService;
  readonly pacts: readonly PactFile[];
}

export interface Neighbour {
  readonly name: string;
  /** Its contract's version; none for a program without a contract. */
  readonly version: string | undefined;
  readonly relation: 'relies on it' | 'it relies on';
  /** What does not fit, as sentences. */
  readonly breaks: readonly string[];
}

export interface Deployment {
  readonly version: string | undefined;
  readonly neighbours: readonly Neighbour[];
  /** What of its own released contract it keeps no more, whoever used it. */
  readonly changes: readonly string[];
}

/** @param here the service as it is to be deployed; @param there what runs already */
export async function deploymentOf(service: string, here: Side, there: Side): Promise<Deployment> {
  const own = here.contracts.get(service);
  const contractsOf = (...sides: (readonly [ContractsByService, string])[]) =>
    sides.flatMap(([contracts, name]) => contracts.get(name) ?? []);
  const consumers = there.pacts
    .filter(({ provider }) => provider.name === service)
    .map(async (pact): Promise<Neighbour> => ({
      name: pact.consumer.name,
      version: there.contracts.get(pact.consumer.name)?.version,
      relation: 'relies on it',
      breaks: await contradictions(pact, contractsOf([here.contracts, service], [there.contracts, pact.consumer.name])),
    }));
  const providers = here.pacts
    .filter(({ consumer }) => consumer.name === service)
    .map(async (pact): Promise<Neighbour> => ({
      name: pact.provider.name,
      version: there.contracts.get(pact.provider.name)?.version,
      relation: 'it relies on',
      breaks: await contradictions(pact, contractsOf([here.contracts, service], [there.contracts, pact.provider.name])),
    }));
  const released = there.contracts.get(service);
  return {
    version: own?.version,
    neighbours: await Promise.all([...consumers, ...providers]),
    changes: released && own ? breaksOf(released, own) : [],
  };
}
