/** Which datasets a product falls into, and who may see it (rs-dam §5.5, §6): its model alone decides. */

export interface DatasetRule {
  readonly urn: string;
  /** The provider's identifier: the one of its collection. */
  readonly identifier: string;
  /** Order of creation: the first dataset of a product is its collection. */
  readonly position: number;
  /** Model of its data source's products. */
  readonly model: string;
  /** Empty, `*` or `model:NAME`. */
  readonly subsetting: string;
  /** Groups with full access to its products. */
  readonly groups: readonly string[];
}

/** The models whose products can be seen, each with those of its datasets that can, in order of creation. */
export type VisibleModels = ReadonlyMap<string, readonly DatasetRule[]>;

/** Whether a member of `groups` sees the dataset, or everything. */
export const isVisible = (dataset: DatasetRule, groups: 'all' | readonly string[]): boolean =>
  groups === 'all' || dataset.groups.some((group) => groups.includes(group));

/**
 * Only a model with a data source is in the catalogue. Who does not see everything sees the products of datasets on
 * which one of `groups` has full access.
 */
export function visibleModels(
  sources: readonly { readonly model: string }[],
  datasets: readonly DatasetRule[],
  groups: 'all' | readonly string[],
): VisibleModels {
  const catalogued = [...new Set(sources.map(({ model }) => model))].map((model) => {
    const own = datasets
      .filter((dataset) => holdsProducts(dataset) && dataset.model === model && isVisible(dataset, groups))
      .toSorted((one, other) => one.position - other.position);
    return [model, own] as const;
  });
  return new Map(groups === 'all' ? catalogued : catalogued.filter(([, own]) => own.length > 0));
}

/** Whether the subsetting clause lets the products of the dataset's model in. */
export function holdsProducts({ subsetting, model }: Pick<DatasetRule, 'subsetting' | 'model'>): boolean {
  const text = subsetting.trim();
  if (text === '' || text === '*' || text === '*:*') return true;
  const [, named] = /^model:"?([A-Za-z0-9_]+)"?$/.exec(text) ?? [];
  return named === model;
}
