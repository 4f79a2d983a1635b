/** Which products are meant and may be seen: by their models, whose datasets are collections, and by identifiers. */
import type { VisibleModels } from '../../products/domain/membership.ts';
import type { Scope } from './scope.ts';

/** Of the models that can be seen those with a dataset among `collections`; all of them where none is asked for. */
export function modelsOf(models: VisibleModels, collections: readonly string[] | undefined): readonly string[] {
  if (collections === undefined) return [...models.keys()];
  const asked = new Set(collections);
  const isAsked = ({ urn, identifier }: { urn: string; identifier: string }): boolean =>
    asked.has(identifier) || asked.has(urn);
  return [...models].flatMap(([model, datasets]) => (datasets.some(isAsked) ? [model] : []));
}

/** A single model as an equality: only so does an index give its products in order. */
export const ofModels = ({ statement }: Pick<Scope, 'statement'>, models: readonly string[]): string =>
  models.length === 1
    ? `model = ${statement.parameter(models[0])}::text`
    : `model = any(${statement.parameter(models)}::text[])`;

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
