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
const isVisible = (dataset: DatasetRule, groups: 'all' | readonly string[]): boolean =>
  groups === 'all' || dataset.groups.some((group) => groups.includes(group));

/**
 * Only a model with a data source is in the catalogue. Who does not see everything sees the products of datasets on
 * which one of `groups` has full access.
 */
function visibleModels(
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

/** What decides on who sees what. */
export interface AccessRules {
  readonly sources: readonly { readonly model: string }[];
  readonly datasets: readonly DatasetRule[];
  readonly publicGroups: readonly string[];
}

export interface Visible {
  readonly models: VisibleModels;
  /** Whether or not they have products. */
  readonly datasets: readonly DatasetRule[];
}

/** What a member of `groups` may see, as everybody may what public groups may. */
export function visibleTo(
  groups: 'all' | readonly string[],
  { sources, datasets, publicGroups }: AccessRules,
): Visible {
  const all = groups === 'all' ? groups : [...groups, ...publicGroups];
  return {
    models: visibleModels(sources, datasets, all),
    datasets: datasets.filter((dataset) => isVisible(dataset, all)),
  };
}

/** Whether the subsetting clause lets the products of the dataset's model in. */
function holdsProducts({ subsetting, model }: Pick<DatasetRule, 'subsetting' | 'model'>): boolean {
  const text = subsetting.trim();
  if (text === '' || text === '*' || text === '*:*') return true;
  const [, named] = /^model:"?([A-Za-z0-9_]+)"?$/.exec(text) ?? [];
  return named === model;
}
