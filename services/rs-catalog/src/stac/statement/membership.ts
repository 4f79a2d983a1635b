/** Which products are meant and may be seen: by their models, whose datasets are collections, and by identifiers. */
import type { VisibleModels } from '../../products/domain/membership.ts';
import type { ItemSearch } from '../domain/search.ts';
import { equalities } from './equalities.ts';
import type { Equality } from './equalities.ts';
import type { Scope } from './scope.ts';

/** Of the models that can be seen those with a dataset among `collections`; all of them where none is asked for. */
export function modelsOf(models: VisibleModels, collections: readonly string[] | undefined): readonly string[] {
  if (collections === undefined) return [...models.keys()];
  const asked = new Set(collections);
  const isAsked = ({ urn, identifier }: { urn: string; identifier: string }): boolean =>
    asked.has(identifier) || asked.has(urn);
  return [...models].flatMap(([model, datasets]) => (datasets.some(isAsked) ? [model] : []));
}

/** The same for a whole search, whose filter may name collections as well: they must hold, whatever else does. */
export function modelsOfSearch(
  models: VisibleModels,
  { collections, filter }: Pick<ItemSearch, 'collections' | 'filter'>,
): readonly string[] {
  const lists = [collections, ...(filter ? equalities(filter) : []).map(collectionsOf)];
  return lists.reduce<readonly string[]>(
    (left, list) => {
      const own = modelsOf(models, list);
      return left.filter((model) => own.includes(model));
    },
    modelsOf(models, undefined),
  );
}

const collectionsOf = ({ property, values }: Equality): readonly string[] | undefined =>
  property === 'collection' ? values.map(String) : undefined;

/** A single model as an equality: only so does an index give its products in order. */
export const ofModels = ({ statement }: Pick<Scope, 'statement'>, models: readonly string[]): string =>
  models.length === 1
    ? `model = ${statement.parameter(models[0])}::text`
    : `model = any(${statement.parameter(models)}::text[])`;

/**
 * The same as the index over place and time has it, which so leaves out the products of other models that lie there. In
 * a large place this would only make the planner believe that fewer match, and turn it from a walk through time.
 */
export const inPlace = ({ statement }: Pick<Scope, 'statement'>, models: readonly string[]): string[] =>
  models.length === 1 ? [`hashtext(model) = hashtext(${statement.parameter(models[0])}::text)`] : [];

export const inCollections = (scope: Scope, identifiers: readonly string[]): string =>
  ofModels(scope, modelsOf(scope.models, identifiers));

const urnPrefix = 'URN:FEATURE:DATA:';

/** By URN, by `providerId@…` which ends as the URN does, or by the provider's own identifier of its last version. */
export function identified({ statement }: Pick<Scope, 'statement'>, ids: readonly string[]): string {
  const urns = ids.flatMap((id) => {
    if (id.startsWith('URN:')) return [id];
    const at = id.lastIndexOf('@');
    return at < 0 ? [] : [`${urnPrefix}${id.slice(at + 1)}`];
  });
  return (
    `(urn = any(${statement.parameter(urns)}::text[])` +
    ` or (last and provider_id = any(${statement.parameter(ids)}::text[])))`
  );
}

/** The identifier of each model's first collection. */
export const identifiersOf = (models: VisibleModels): Map<string, string> =>
  new Map([...models].flatMap(([model, [first]]) => (first ? [[model, first.identifier] as const] : [])));
