/** Lists of a project's models are given whole: none becomes longer than the contract says. */
import { refuseBeyond } from '@regards/core';
import { bounds } from '@regards/generated/rs-dam/bounds';
import type { ModelStore } from './ports.ts';

/** Called once a unit of work has added what it adds, under the lock. @throws RefusedError `list-full` */
export async function refuseGrowth(store: ModelStore): Promise<void> {
  const { models, fragments, attributes, associations, longestModel } = await store.counts();
  refuseBeyond(bounds.ModelResources, models, 'models in a project');
  refuseBeyond(bounds.FragmentResources, fragments, 'fragments in a project');
  refuseBeyond(bounds.AttributeModelResources, attributes, 'attributes in a project');
  refuseBeyond(bounds.ModelAttrAssocResources, longestModel, 'attributes of a model');
  refuseBeyond(bounds.ModelAttrAssocs, associations, 'attributes of all models of a project together');
}
