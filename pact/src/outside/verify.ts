/** Holds the platform to a pact that another team wrote. */
import { readFileSync } from 'node:fs';
import { isMessage } from '../pact-file.ts';
import type { Interaction, PactFile } from '../pact-file.ts';
import { asMessage, held } from '../provider.ts';
import type { OutsideState } from './states.ts';

export interface Platform {
  readonly states: readonly OutsideState[];
  /** Address of the gateway. */
  readonly url: string;
  /** Goes in place of the token of every request that has one. */
  readonly token: string;
}

/** @param file path of the pact; rejects with what differs, or with what it names that is not there */
export async function verifyOutside(file: string, { states, url, token }: Platform): Promise<void> {
  const { provider, interactions } = JSON.parse(readFileSync(file, 'utf8')) as PactFile;
  const known = states.filter((one) => one.provider === provider.name);
  const stateOf = ({ description, providerStates = [] }: Interaction): OutsideState | undefined => {
    const [first, ...others] = providerStates;
    if (first === undefined) return undefined;
    const found = known.find(({ name }) => name === first.name);
    if (found !== undefined && others.length === 0) return found;
    const choice = known.map(({ name }) => `"${name}"`).join(', ') || 'none';
    throw new Error(`"${description}": one state is given, of those of ${provider.name}: ${choice}`);
  };
  const used = interactions.flatMap((one) => stateOf(one) ?? []);
  await held({
    name: provider.name,
    pactUrls: [file],
    url,
    requestFilter: (asked, _answer, next) => {
      if (asked.headers.authorization?.startsWith('Bearer ')) asked.headers.authorization = `Bearer ${token}`;
      next();
    },
    states: Object.fromEntries(used.map(({ name, enter }) => [name, enter])),
    messages: Object.fromEntries(
      interactions.filter(isMessage).map((one) => [one.description, sender(one, stateOf(one))]),
    ),
  });
}

function sender({ description, metadata }: Interaction, state: OutsideState | undefined): ReturnType<typeof asMessage> {
  const sends = state?.sends;
  if (sends === undefined || sends.publication.type !== metadata?.['regards.type'])
    throw new Error(`"${description}": nothing of the type ${String(metadata?.['regards.type'])} is sent in its state`);
  return asMessage(sends.next);
}
