/** Changes products as patches say. */
import type { CompiledModel } from '../../models/service.ts';
import { changedFixed, patched } from '../domain/patch.ts';
import type { KeptProduct } from '../domain/product.ts';
import type { Making } from './making.ts';
import { noWork } from './outcome.ts';
import type { NewProduct, Outcome, ProductPatch, Work } from './outcome.ts';

/** A patch; one that came as a creation names fixed attributes too, which must be as they were. */
export type AppliedPatch = ProductPatch & { readonly isCreation?: boolean };

/** Models by name; what a patch names as a fragment is known of them. */
export type Models = ReadonlyMap<string, CompiledModel>;

/** Applies the patches in the order given; a product that several change is written and told of once. */
export async function changeProducts(
  { store, locked, now }: Making,
  patches: readonly AppliedPatch[],
  models: Models,
): Promise<Work> {
  if (patches.length === 0) return noWork;
  const there = (await store.byUrns([...new Set(patches.map(({ urn }) => urn))])).filter(({ providerId }) =>
    locked.has(providerId),
  );
  const products = new Map(there.map((product) => [product.urn, product]));
  const touched = new Set<string>();
  const outcomes = patches.map((patch): Outcome => {
    const outcome = applied(products.get(patch.urn), patch, models);
    if (outcome.became !== 'UPDATED') return outcome;
    const product = { ...outcome.product, lastUpdate: now };
    products.set(patch.urn, product);
    touched.add(patch.urn);
    return { became: 'UPDATED', product };
  });
  const updated = [...touched]
    .flatMap((urn) => products.get(urn) ?? [])
    .map((one) => ({ ...one, revision: locked.next(one.providerId) }));
  if (updated.length > 0) await store.update(updated);
  return { outcomes, changes: updated.map((product) => ({ action: 'UPDATED', product })), overridden: [] };
}

function applied(
  product: KeptProduct | undefined,
  { urn, model, patch, fileMode, owner, isCreation }: AppliedPatch,
  models: Models,
): Outcome {
  const rules = models.get(model);
  if (!product) return failed(`There is no product ${urn}`);
  if (product.model !== model) return failed(`The model of ${urn} is ${product.model} and not ${model}`);
  if (!rules) return failed(`Unknown model ${model}`);
  const fixed = isCreation ? changedFixed(product.feature.properties ?? {}, patch.properties ?? {}, rules.fixed) : [];
  if (fixed.length > 0) return failed(`${fixed.join(', ')} of ${urn} must not change`);
  return {
    became: 'UPDATED',
    product: { ...product, feature: patched(product.feature, patch, rules.fragments, fileMode, owner) },
  };
}

const failed = (reason: string): Outcome => ({ became: 'FAILED', reason });

/** A creation that changes what is there already. */
export const patchOfCreation = ({ urn = '', feature, owner }: NewProduct): AppliedPatch => ({
  urn,
  model: feature.model,
  patch: feature,
  fileMode: 'APPEND',
  owner,
  isCreation: true,
});
