/** Which datasets a product falls into, and who may see it (rs-dam §5.5, §6). */

export interface DatasetRule {
  readonly urn: string;
  /** Order of creation: the first dataset of a product is its collection. */
  readonly position: number;
  /** Model of its data source's products. */
  readonly model: string;
  /** Empty, `*` or `model:NAME`. */
  readonly subsetting: string;
  /** Groups with full access to its products. */
  readonly groups: readonly string[];
}

export interface Membership {
  /** Whether a data source of the model exists: only then is the product in the catalogue. */
  readonly catalogued: boolean;
  readonly datasets: readonly string[];
  readonly groups: readonly string[];
}

/** Everything that decides membership, for all products of a model alike. */
export function membershipOf(
  model: string,
  sources: readonly { readonly model: string; readonly active: boolean }[],
  datasets: readonly DatasetRule[],
): Membership {
  const own = datasets
    .filter((dataset) => dataset.model === model && holds(dataset.subsetting, model))
    .toSorted((one, other) => one.position - other.position);
  return {
    catalogued: sources.some((source) => source.model === model),
    datasets: own.map((dataset) => dataset.urn),
    groups: [...new Set(own.flatMap((dataset) => dataset.groups))].toSorted(),
  };
}

function holds(clause: string, model: string): boolean {
  const text = clause.trim();
  if (text === '' || text === '*' || text === '*:*') return true;
  const [, named] = /^model:"?([A-Za-z0-9_]+)"?$/.exec(text) ?? [];
  return named === model;
}
