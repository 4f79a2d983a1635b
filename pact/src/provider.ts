/** Holds a provider to the pacts of an edge. */
import { readFileSync } from 'node:fs';
import { providerWithMetadata, Verifier } from '@pact-foundation/pact';
import type { Publication } from '@regards/core';
import { isMessage } from './pact-file.ts';
import type { Interaction, PactFile } from './pact-file.ts';
import { pactFiles } from './pacts.ts';

type MessageProvider = ReturnType<typeof providerWithMetadata>;

/** What a state gives to requests that name it. */
type Values = Record<string, string | number>;

/** A message as the provider has really sent it. */
export interface Sent {
  readonly publication: Publication;
  readonly payload: unknown;
  readonly headers: Readonly<Record<string, unknown>>;
}

export interface Provider {
  readonly folder: string;
  readonly name: string;
  /** Address of the running provider, or of the gateway before it; none for one that only sends. */
  readonly url?: string;
  readonly token?: string;
  /** Brings the provider into each state that the pact names, and gives what requests take from it. */
  readonly states: Readonly<Record<string, () => Promise<Values | void>>>;
  /** Has the provider send each message that the pact names, and gives it as it came from the broker. */
  readonly messages?: Readonly<Record<string, () => Promise<Sent>>>;
}

/** Rejects with what differs when the provider does not do what a consumer relies on. */
export async function verify({ folder, name, url, token, states, messages = {} }: Provider): Promise<void> {
  const pactUrls = pactFiles(folder);
  const interactions = pactUrls.flatMap((file) => (JSON.parse(readFileSync(file, 'utf8')) as PactFile).interactions);
  same('states', statesOf(interactions), Object.keys(states));
  same(
    'messages',
    interactions.filter(isMessage).map(({ description }) => description),
    Object.keys(messages),
  );
  await held({
    name,
    pactUrls,
    ...(url === undefined ? {} : { url }),
    ...(token === undefined ? {} : { customProviderHeaders: { Authorization: `Bearer ${token}` } }),
    states,
    messages: Object.fromEntries(Object.entries(messages).map(([what, send]) => [what, asMessage(send)])),
  });
}

type VerifierOptions = ConstructorParameters<typeof Verifier>[0];

export interface Held extends Pick<VerifierOptions, 'customProviderHeaders' | 'requestFilter'> {
  readonly name: string;
  /** Files of the pacts. */
  readonly pactUrls: string[];
  readonly url?: string;
  readonly states: Readonly<Record<string, () => Promise<Values | void>>>;
  /** By the interaction's description. */
  readonly messages: Readonly<Record<string, MessageProvider>>;
}

/** Runs Pact's verifier; rejects with what differs, a line each. */
export async function held({ name, url, states, messages, ...options }: Held): Promise<void> {
  await new Verifier({
    ...options,
    provider: name,
    logLevel: 'error',
    ...(url === undefined ? {} : { providerBaseUrl: url }),
    stateHandlers: { ...states },
    messageProviders: { ...messages },
  })
    .verifyProvider()
    .catch((failure: unknown) => {
      throw new Error(reasonsOf(failure), { cause: failure });
    });
}

/** Pact rejects with all it has seen as JSON; what counts of it is what differs. */
function reasonsOf(failure: unknown): string {
  const text = failure instanceof Error ? failure.message : String(failure);
  if (!text.startsWith('{')) return text;
  const { errors } = JSON.parse(text) as {
    errors: {
      interaction: string;
      mismatch: { mismatches?: { path?: string; mismatch: string }[]; message?: string };
    }[];
  };
  return errors
    .flatMap(({ interaction, mismatch: { mismatches, message } }) => [
      interaction,
      ...(mismatches ?? [{ mismatch: message ?? 'failed' }]).map(({ path = '', mismatch }) =>
        `  ${path} ${mismatch}`.trimEnd(),
      ),
    ])
    .join('\n');
}

const statesOf = (interactions: readonly Interaction[]): string[] =>
  interactions.flatMap(({ providerStates = [] }) => providerStates.map(({ name }) => name));

/** A state that nobody brings about would pass unseen, and one that no pact names is left over. */
function same(what: string, named: readonly string[], handled: readonly string[]): void {
  const [missing] = named.filter((one) => !handled.includes(one));
  if (missing !== undefined) throw new Error(`${what}: nobody handles "${missing}"`);
  const [idle] = handled.filter((one) => !named.includes(one));
  if (idle !== undefined) throw new Error(`${what}: no pact names "${idle}"`);
}

/** The exchange is the one it was heard on; its type stands in its headers. */
export const asMessage =
  (send: () => Promise<Sent>): MessageProvider =>
  async (described) => {
    const { publication, payload, headers } = await send();
    const own = Object.entries(headers).filter((header): header is [string, string] => typeof header[1] === 'string');
    const metadata = {
      contentType: 'application/json',
      exchange: publication.exchange.name,
      ...Object.fromEntries(own),
    };
    return providerWithMetadata(() => Promise.resolve(payload as object), metadata)(described);
  };
