/** Every edge with its pact, and what is missing on either side. */
import path from 'node:path';
import { computedEdges } from './computed.ts';
import { keyOf } from './edge.ts';
import { messagesOf } from './messages.ts';
import { provenEdges } from './proven.ts';
import { usesOf } from './uses.ts';

export interface EdgeReport {
  /** One an edge: consumer, provider, kind, operation or message, its pact. */
  readonly lines: readonly string[];
  readonly faults: readonly string[];
}

/** @param root folder of the repository */
export async function edgeReport(root: string): Promise<EdgeReport> {
  const generated = path.join(root, 'generated');
  const messages = await messagesOf(generated);
  const { edges, neverSent } = computedEdges(usesOf(root), messages);
  const proven = await provenEdges(path.join(root, 'pact'), generated, messages);
  const pacts = new Map(proven.edges.map((one) => [keyOf(one), one.file]));
  const computed = new Set(edges.map(keyOf));
  const rows = edges.map((one) => [one.consumer, one.provider, one.kind, one.name, pacts.get(keyOf(one)) ?? 'NO PACT']);
  const without = edges.filter((one) => !pacts.has(keyOf(one)));
  const idle = proven.edges.filter((one) => !computed.has(keyOf(one)));
  return {
    lines: aligned(rows),
    faults: [
      ...neverSent,
      ...proven.faults,
      ...without.map(
        ({ consumer, provider, kind, name }) => `no pact of ${consumer} with ${provider} has the ${kind} ${name}`,
      ),
      ...idle.map(({ file, kind, name }) => `pact/${file} has the ${kind} ${name}, which the consumer does not use`),
    ],
  };
}

function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = [0, 1, 2, 3].map((at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
