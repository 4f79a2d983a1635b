/** Holds a provider to the pacts of an edge. */
import { Verifier } from '@pact-foundation/pact';
import type { VerifierOptions } from '@pact-foundation/pact';
import { pactFiles } from './pacts.ts';

/** Rejects with what differs when the provider does not do what a consumer relies on. */
export async function verify(folder: string, provider: string, options: Partial<VerifierOptions>): Promise<void> {
  const all: VerifierOptions = { provider, pactUrls: pactFiles(folder), logLevel: 'error', ...options };
  await new Verifier(all).verifyProvider();
}
