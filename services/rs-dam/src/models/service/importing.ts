/** Takes a model as its file declares it: all of it or nothing. */
import { RefusedError, refusal } from '@regards/core';
import { keyOf } from '../domain/attribute.ts';
import { documentFaults } from '../domain/document.ts';
import type { ModelDocument } from '../domain/document.ts';
import { planImport } from '../domain/importing.ts';
import type { ImportPlan, Known } from '../domain/importing.ts';
import { defaultFragment } from '../domain/name.ts';
import { refuseGrowth } from './growth.ts';
import type { KeptModel, ModelPorts, ModelStore } from './ports.ts';

export const importing = ({ database, store, events, judge }: ModelPorts) => ({
  /** Makes the model or adds to it what is new; refuses what breaks a rule or contradicts what is there. */
  import: (tenant: string, document: ModelDocument): Promise<KeptModel> => {
    const faults = documentFaults(document, judge);
    if (faults.length > 0) throw new RefusedError(refusal('unreadable-request', ...faults));
    return database.transaction(tenant, async (unit) => {
      const kept = store(unit.sql);
      await kept.lock();
      const [before] = await kept.models({ name: document.name });
      const plan = planImport(document, await knownOf(kept, document, before));
      await kept.insertFragments(plan.fragments);
      await kept.insertAttributes(plan.attributes);
      const model = before ?? (await kept.insertModel(document));
      await kept.bind(model.id, plan.bindings);
      await refuseGrowth(kept);
      events.attributesCreated(unit, plan.attributes);
      events.modelsChanged(unit, [...new Set([document.name, ...(await modelsExtended(kept, plan))])]);
      events.attributesStale(unit);
      return model;
    });
  },
});

async function knownOf(
  store: ModelStore,
  { name, fragments }: ModelDocument,
  model: KeptModel | undefined,
): Promise<Known> {
  const names = [defaultFragment, ...fragments.map((fragment) => fragment.name)];
  const attributes = await store.attributes({ fragments: names });
  const own = model ? await store.associations({ model: name }) : [];
  return {
    ...(model
      ? { model: { type: model.type, attributes: new Set(own.map(({ attribute }) => keyOf(attribute))) } }
      : {}),
    fragments: new Set((await store.fragments({})).map((fragment) => fragment.name)),
    attributes: new Map(attributes.map((attribute) => [keyOf(attribute), attribute])),
  };
}

/** Models that got an attribute since they have its fragment. */
async function modelsExtended(store: ModelStore, { attributes }: ImportPlan): Promise<string[]> {
  const fragments = new Set(
    attributes.map(({ fragment }) => fragment).filter((fragment) => fragment !== defaultFragment),
  );
  const names: string[] = [];
  for (const fragment of fragments)
    names.push(...(await store.associations({ fragment })).map(({ model }) => model.name));
  return names;
}
