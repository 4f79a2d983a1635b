/** What a pact says that a contract does not: a consumer may rely on nothing but what is promised. */
import { Comparator } from '@pactflow/openapi-pact-comparator';
import type { Finding } from './comparator.ts';
import { isMessage } from '../pact-file.ts';
import type { PactFile } from '../pact-file.ts';
import type { Released } from '../../../codegen/src/breaking/released.ts';
import { messageContradictions } from './messages.ts';

/** A contract as it was released, or as it is. */
export type ServiceContract = Released;

/**
 * Sentences, each naming the interaction and its place; none when all that the pact relies on is in the contracts.
 * @param contracts those of the two sides; a message is as its sender's contract says, or its hearer's where the sender
 *   has none
 */
export async function contradictions(pact: PactFile, contracts: readonly ServiceContract[]): Promise<string[]> {
  const provider = contracts.find(({ service }) => service === pact.provider.name);
  const [told, called] = [pact.interactions.filter(isMessage), pact.interactions.filter((one) => !isMessage(one))];
  const faults = told.flatMap((one) =>
    messageContradictions(one, provider ? [provider] : contracts).map((fault) => `${one.description}: ${fault}`),
  );
  if (called.length === 0) return faults;
  if (!provider) return [...faults, `${pact.provider.name} has no contract`];
  return [...(await restContradictions({ ...pact, interactions: called }, provider)), ...faults];
}

/** Paths of pacts through the gateway begin with the service's public address; its document knows what follows. */
async function restContradictions(pact: PactFile, { service, rest }: ServiceContract): Promise<string[]> {
  const prefix = `/api/v1/${service}/`;
  const interactions = pact.interactions.map((one) => {
    const path = one.request?.path ?? '';
    return path.startsWith(prefix) ? { ...one, request: { ...one.request, path: path.slice(prefix.length - 1) } } : one;
  });
  const { servers: _servers, ...document } = rest;
  const faults: string[] = [];
  for await (const finding of new Comparator({ oas: document }).compare({ ...pact, interactions }))
    if (isFault(finding)) faults.push(`${finding.mockDetails?.interactionDescription ?? ''}: ${finding.message}`);
  return faults;
}

/** What the comparator only warns of, though nobody promised it. */
const unpromised: ReadonlySet<string> = new Set(['request.query.unknown', 'request.body.unknown']);

/** Tokens are shown by the transport of whoever calls, and belong to no pact. */
const besidePacts: ReadonlySet<string> = new Set(['request.authorization.missing']);

const isFault = ({ type, code }: Finding): boolean =>
  unpromised.has(code) || (type === 'error' && !besidePacts.has(code));
