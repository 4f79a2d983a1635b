/** Waits until what was imported is found by search. */
import { setTimeout as pause } from 'node:timers/promises';
import type { CallContext } from '@regards/core';
import type { RsCatalogClient } from '@regards/generated/rs-catalog/client';
import { bodyOf, CommandError } from '../fault.ts';
import type { Result } from '../submission.ts';

/** So long may a product need from SUCCESS until it is found. */
const searchableMs = 30_000;

/** Identifiers asked for in one search. */
const asked = 200;

/** SUCCESS means stored; the catalogue follows within a second. */
export async function untilSearchable(
  catalog: RsCatalogClient,
  context: CallContext,
  results: readonly Result[],
): Promise<void> {
  const missing = new Set(
    results.flatMap(({ outcome, urn }) => (outcome === 'SUCCESS' && urn !== undefined ? [urn] : [])),
  );
  const deadline = performance.now() + searchableMs;
  while (missing.size > 0) {
    const ids = [...missing].slice(0, asked);
    const fields = { include: ['id'] };
    const page = bodyOf('The search', await catalog.searchItems(context, { body: { ids, limit: asked, fields } }), 200);
    if (page.features.length >= ids.length) for (const id of ids) missing.delete(id);
    else if (performance.now() > deadline)
      throw new CommandError(
        `${missing.size} products are stored and not found by search after ${searchableMs / 1000} s`,
      );
    else await pause(100);
  }
}
