/** Models: made, changed, deleted, and given as a whole for an export. */
import {
  entityAlreadyExists,
  entityInvalid,
  entityNotFound,
  operationForbidden,
  refusal,
  RefusedError,
} from '@regards/core';
import type { Sql } from '@regards/core';
import { headFaults } from '../domain/document.ts';
import type { ModelDocument, ModelHead } from '../domain/document.ts';
import { defaultFragment } from '../domain/name.ts';
import type { EntityType } from '../domain/propertyType.ts';
import { refuseGrowth } from './growth.ts';
import { refuseFaults } from './refusals.ts';
import type { KeptModel, ModelPorts, ModelStore } from './ports.ts';

/** A model as a caller gives it; the number is ours to give. */
export type GivenModel = ModelHead & { readonly id?: number };

export const modelHeads = ({ database, store, events, usedModels }: ModelPorts) => ({
  list: (tenant: string, type?: EntityType) => database.read(tenant, (sql) => store(sql).models({ type })),

  get: (tenant: string, name: string): Promise<KeptModel> =>
    database.read(tenant, (sql) => modelNamed(store(sql), name)),

  /** For other modules that make something of it: it stays until their transaction ends. Undefined for none. */
  async hold(sql: Sql, name: string): Promise<KeptModel | undefined> {
    await store(sql).share();
    return (await store(sql).models({ name }))[0];
  },

  /** For other modules, within their own transaction. */
  all: (sql: Sql) => store(sql).models({}),

  create: (tenant: string, model: GivenModel): Promise<KeptModel> =>
    database.transaction(tenant, async (unit) => {
      if (model.id !== undefined) throw new RefusedError(entityInvalid('A new model has no id.'));
      refuseFaults(headFaults(model));
      const kept = store(unit.sql);
      await kept.lock();
      if ((await kept.models({ name: model.name })).length > 0)
        throw new RefusedError(entityAlreadyExists('Model', model.name));
      const made = await kept.insertModel(model);
      await refuseGrowth(kept);
      events.modelsChanged(unit, [model.name]);
      return made;
    }),

  /** Its description and version; the rest stays. */
  update: (tenant: string, name: string, model: GivenModel): Promise<KeptModel> =>
    database.transaction(tenant, async (unit) => {
      if (model.name !== name) {
        throw new RefusedError(refusal('identifier-mismatch', `The path names model ${name}, the body ${model.name}.`));
      }
      refuseFaults(headFaults(model));
      const kept = store(unit.sql);
      const { id, type } = await modelNamed(kept, name);
      if (model.id === undefined)
        throw new RefusedError(refusal('entity-not-found', `The body names no id of model ${name}.`));
      if (model.id !== id)
        throw new RefusedError(refusal('identifier-mismatch', `Model ${name} has id ${id}, not ${model.id}.`));
      const changed = { id, description: model.description, version: model.version };
      await kept.updateModel(changed);
      events.modelsChanged(unit, [name]);
      return { ...changed, name, type };
    }),

  remove: (tenant: string, name: string): Promise<void> =>
    database.transaction(tenant, async (unit) => {
      const kept = store(unit.sql);
      await kept.lock();
      const { id } = await modelNamed(kept, name);
      if ((await usedModels(unit.sql, [name])).length > 0) {
        throw new RefusedError(operationForbidden(`Model ${name} is used by a data source or a dataset.`));
      }
      await kept.deleteModel(id);
      events.modelsChanged(unit, [name]);
    }),

  /** Everything it declares, as a file carries it elsewhere. */
  document: (tenant: string, name: string): Promise<ModelDocument> =>
    database.read(tenant, async (sql) => {
      const { description, version, type } = await modelNamed(store(sql), name);
      const associations = await store(sql).associations({ model: name });
      const fragments = new Map(associations.map(({ attribute }) => [attribute.fragment, attribute.fragmentDetails]));
      fragments.delete(defaultFragment);
      return {
        name,
        description,
        version,
        type,
        fragments: [...fragments.values()],
        attributes: associations.map(({ attribute, computation }) => ({
          ...attribute,
          ...(computation ? { computation } : {}),
        })),
      };
    }),
});

export async function modelNamed(store: ModelStore, name: string): Promise<KeptModel> {
  const [model] = await store.models({ name });
  if (!model) throw new RefusedError(entityNotFound('Model', name));
  return model;
}
