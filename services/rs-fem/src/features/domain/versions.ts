/** Which version a product to be made becomes, and what that means for those before it (rs-fem §6). */
import { formatUrn, greatestVersion, nameBasedUuid, parseUrn } from '@regards/core';

/** A product to be made, as far as its version goes. */
export interface Wanted {
  readonly providerId: string;
  readonly entityType: string;
  /** Given by whoever asks; without it the next version is made. */
  readonly urn?: string;
  /** The versions before it go. */
  readonly override: boolean;
}

export interface Version {
  readonly urn: string;
  readonly providerId: string;
  readonly version: number;
  readonly last: boolean;
}

export type Decision = { readonly urn: string; readonly version: number } | { readonly refused: string };

export interface VersionPlan {
  /** One for each that is wanted, in their order. */
  readonly decisions: readonly Decision[];
  /** URN of the last version of each provider's identifier once all is done. */
  readonly last: ReadonlyMap<string, string>;
  /** Versions that are overridden, known and new ones; with the place of the wanted one that overrides. */
  readonly overridden: ReadonlyMap<string, number>;
}

/**
 * Decides in the order given; `known` are all versions of these provider's identifiers, `taken` are URNs that other
 * products have.
 */
export function planVersions(
  tenant: string,
  wanted: readonly Wanted[],
  known: readonly Version[],
  taken: ReadonlySet<string>,
): VersionPlan {
  const lineages = Map.groupBy([...known], ({ providerId }) => providerId);
  const used = new Set([...taken, ...known.map(({ urn }) => urn)]);
  const overridden = new Map<string, number>();
  const decisions = wanted.map((one, place): Decision => {
    const lineage = lineages.get(one.providerId) ?? [];
    const decision = decide(tenant, one, greatest(lineage), used);
    if ('refused' in decision) return decision;
    if (one.override) for (const { urn } of lineage) if (!overridden.has(urn)) overridden.set(urn, place);
    used.add(decision.urn);
    lineages.set(one.providerId, [...lineage, { ...decision, providerId: one.providerId, last: true }]);
    return decision;
  });
  return {
    decisions,
    last: new Map([...lineages].map(([providerId, lineage]) => [providerId, lastOf(lineage)])),
    overridden,
  };
}

function decide(
  tenant: string,
  { providerId, entityType, urn }: Wanted,
  before: number,
  used: ReadonlySet<string>,
): Decision {
  if (urn !== undefined) {
    const version = parseUrn(urn)?.version;
    if (used.has(urn)) return { refused: `URN already exists: ${urn}` };
    return typeof version === 'number' && version > before
      ? { urn, version }
      : { refused: `Version is invalid: ${urn}` };
  }
  const uuid = nameBasedUuid(providerId);
  for (let version = before + 1; version <= greatestVersion; version++) {
    const next = formatUrn({ identifier: 'FEATURE', entityType, tenant, uuid, version });
    if (!used.has(next)) return { urn: next, version };
  }
  return { refused: `Version is invalid: ${providerId} has ${greatestVersion} versions already` };
}

const greatest = (lineage: readonly Version[]): number =>
  lineage.reduce((most, { version }) => Math.max(most, version), 0);

/** URN of the greatest version. */
const lastOf = (lineage: readonly Version[]): string =>
  lineage.reduce((last, one) => (one.version > last.version ? one : last), { urn: '', version: 0 }).urn;

/** Versions of which `last` is not what it should be, now that others came or went. */
export function wrongLast(versions: readonly Version[]): { readonly urn: string; readonly last: boolean }[] {
  return [...Map.groupBy(versions, ({ providerId }) => providerId).values()].flatMap((lineage) => {
    const last = lastOf(lineage);
    return lineage.filter((one) => one.last !== (one.urn === last)).map(({ urn }) => ({ urn, last: urn === last }));
  });
}
