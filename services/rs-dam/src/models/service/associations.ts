/** Which attributes a model has. */
import { entityAlreadyExists, entityInvalid, entityNotFound, operationForbidden, RefusedError } from '@regards/core';
import type { Sql } from '@regards/core';
import { computationFaults } from '../domain/computation.ts';
import type { Computation } from '../domain/computation.ts';
import { defaultFragment } from '../domain/name.ts';
import type { EntityType } from '../domain/propertyType.ts';
import { refuseGrowth } from './growth.ts';
import { refuseFaults } from './refusals.ts';
import { fragmentNumbered } from './fragments.ts';
import { modelNamed } from './models.ts';
import type { Association, KeptAttribute, ModelPorts, ModelStore } from './ports.ts';

/** Names an attribute by its number, or by fragment and name. */
export interface AttributeReference {
  readonly id?: number;
  readonly fragment: string;
  readonly name: string;
}

export const associations = ({ database, store, events, usedModels }: ModelPorts) => {
  const refuseUsed = async (sql: Sql, model: string): Promise<void> => {
    if ((await usedModels(sql, [model])).length > 0) {
      throw new RefusedError(
        operationForbidden(`Model ${model} is used by a data source or a dataset: its attributes stay.`),
      );
    }
  };
  return {
    all: (tenant: string, type?: EntityType) => database.read(tenant, (sql) => store(sql).associations({ type })),

    list: (tenant: string, model: string): Promise<readonly Association[]> =>
      database.read(tenant, async (sql) => {
        await modelNamed(store(sql), model);
        return store(sql).associations({ model });
      }),

    /** For other modules, within their own transaction. */
    of: (sql: Sql, model: string): Promise<readonly Association[]> => store(sql).associations({ model }),

    get: (tenant: string, model: string, id: number): Promise<Association> =>
      database.read(tenant, (sql) => associationNumbered(store(sql), model, id)),

    bind: (
      tenant: string,
      model: string,
      reference: AttributeReference,
      computation?: Computation,
    ): Promise<Association> =>
      database.transaction(tenant, async (unit) => {
        const kept = store(unit.sql);
        await kept.lock();
        const { id: modelId, type } = await modelNamed(kept, model);
        const { fragment, name, type: attributeType } = await attributeReferred(kept, reference);
        if (fragment !== defaultFragment) {
          throw new RefusedError(
            entityInvalid(`Attribute ${name} is one of fragment ${fragment}, whose attributes go together.`),
          );
        }
        refuseFaults(computationFaults(computation, attributeType, type).map((fault) => `Attribute ${name}: ${fault}`));
        const present = (one: Association) => one.attribute.fragment === fragment && one.attribute.name === name;
        if ((await kept.associations({ model })).some(present)) {
          throw new RefusedError(entityAlreadyExists('ModelAttrAssoc', `${model}.${name}`));
        }
        await kept.bind(modelId, [{ fragment, name, ...(computation ? { computation } : {}) }]);
        await refuseGrowth(kept);
        events.modelsChanged(unit, [model]);
        const made = (await kept.associations({ model })).find(present);
        if (!made) throw new Error(`attribute ${name} of ${model} was not kept`);
        return made;
      }),

    unbind: (tenant: string, model: string, id: number): Promise<void> =>
      database.transaction(tenant, async (unit) => {
        const kept = store(unit.sql);
        await kept.lock();
        const { attribute } = await associationNumbered(kept, model, id);
        if (attribute.fragment !== defaultFragment) {
          throw new RefusedError(
            operationForbidden(`Attribute ${attribute.name} goes with its fragment ${attribute.fragment} as a whole.`),
          );
        }
        await refuseUsed(unit.sql, model);
        await kept.unbind([id]);
        events.modelsChanged(unit, [model]);
      }),

    /** Gives the associations made; those that the model has already stay. */
    bindFragment: (tenant: string, model: string, fragment: string): Promise<readonly Association[]> =>
      database.transaction(tenant, async (unit) => {
        const kept = store(unit.sql);
        await kept.lock();
        const { id } = await modelNamed(kept, model);
        if ((await kept.fragments({ name: fragment })).length === 0)
          throw new RefusedError(entityNotFound('Fragment', fragment));
        const before = new Set((await kept.associations({ model, fragment })).map(({ attribute }) => attribute.name));
        const missing = (await kept.attributes({ fragments: [fragment] })).filter(({ name }) => !before.has(name));
        await kept.bind(
          id,
          missing.map(({ name }) => ({ fragment, name })),
        );
        await refuseGrowth(kept);
        events.modelsChanged(unit, [model]);
        return (await kept.associations({ model, fragment })).filter(({ attribute }) => !before.has(attribute.name));
      }),

    unbindFragment: (tenant: string, model: string, fragmentId: number): Promise<void> =>
      database.transaction(tenant, async (unit) => {
        const kept = store(unit.sql);
        await kept.lock();
        await modelNamed(kept, model);
        const { name } = await fragmentNumbered(kept, fragmentId);
        await refuseUsed(unit.sql, model);
        await kept.unbind((await kept.associations({ model, fragment: name })).map(({ id }) => id));
        events.modelsChanged(unit, [model]);
      }),
  };
};

async function associationNumbered(store: ModelStore, model: string, id: number): Promise<Association> {
  await modelNamed(store, model);
  const [association] = await store.associations({ model, id });
  if (!association) throw new RefusedError(entityNotFound('ModelAttrAssoc', id));
  return association;
}

async function attributeReferred(
  store: ModelStore,
  { id, fragment, name }: AttributeReference,
): Promise<KeptAttribute> {
  const candidates = await store.attributes(id === undefined ? { fragments: [fragment] } : { id });
  const found = candidates.find((one) => id !== undefined || one.name === name);
  if (!found) throw new RefusedError(entityNotFound('AttributeModel', id ?? `${fragment}.${name}`));
  return found;
}
