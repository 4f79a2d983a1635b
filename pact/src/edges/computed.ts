/** The edges of the platform, computed from its code and its contracts. */
import type { Edge } from './edge.ts';
import { keyOf } from './edge.ts';
import type { Message } from './messages.ts';
import { programOf } from './programs.ts';
import type { Use } from './uses.ts';

export interface Computed {
  readonly edges: readonly Edge[];
  /** Messages that some service hears and whose sender never sends them, as sentences. */
  readonly neverSent: readonly string[];
}

export function computedEdges(uses: readonly Use[], messages: readonly Message[]): Computed {
  const users = (kind: Use['kind'], owner: string, name: string): string[] =>
    uses
      .filter((one) => one.kind === kind && one.owner === owner && one.name === name)
      .flatMap(({ files }) => files.flatMap((file) => programOf(file) ?? []));
  const called = uses
    .filter(({ kind }) => kind === 'operation')
    .flatMap(({ owner, name, files }) => files.flatMap((file) => edge(programOf(file), owner, 'operation', name)));
  const told = messages.flatMap(({ owner, publication: { name }, isSent, hearers }) => {
    const others = users('message', owner, name);
    return isSent
      ? [...hearers, ...others].flatMap((hearer) => edge(hearer, owner, 'message', name))
      : others.flatMap((sender) => edge(owner, sender, 'message', name));
  });
  const neverSent = messages.flatMap(({ owner, publication: { name }, isSent, hearers }) =>
    isSent && hearers.length > 0 && !users('message', owner, name).includes(owner)
      ? [`${owner} never sends ${name}, which ${hearers.join(', ')} hears`]
      : [],
  );
  const all = new Map([...called, ...told].map((one) => [keyOf(one), one]));
  return { edges: [...all].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, one]) => one), neverSent };
}

const edge = (consumer: string | undefined, provider: string, kind: Edge['kind'], name: string): Edge[] =>
  consumer === undefined || consumer === provider ? [] : [{ consumer, provider, kind, name }];
