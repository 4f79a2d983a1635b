/** Attributes that models share. */
import { entityAlreadyExists, entityNotFound, operationForbidden, refusal, RefusedError } from '@regards/core';
import { attributeFaults } from '../domain/attribute.ts';
import type { Attribute } from '../domain/attribute.ts';
import { defaultFragment } from '../domain/name.ts';
import { refuseGrowth } from './growth.ts';
import { refuseFaults } from './refusals.ts';
import { refuseTakenFragmentName } from './fragments.ts';
import type { AttributeFilter, KeptAttribute, ModelPorts, ModelStore } from './ports.ts';

export type GivenAttribute = Attribute & { readonly id?: number };

export const attributes = ({ database, store, events, judge, usedModels }: ModelPorts) => ({
  list: (tenant: string, filter: Omit<AttributeFilter, 'id'>) =>
    database.read(tenant, (sql) => store(sql).attributes(filter)),

  get: (tenant: string, id: number): Promise<KeptAttribute> =>
    database.read(tenant, (sql) => attributeNumbered(store(sql), id)),

  /** With its fragment when that is new; it becomes an attribute of every model that has others of the fragment. */
  create: (tenant: string, attribute: GivenAttribute): Promise<KeptAttribute> =>
    database.transaction(tenant, async (unit) => {
      const { fragment, name, type, declaration } = attribute;
      if (type === 'OBJECT')
        throw new RefusedError(
          operationForbidden('An attribute of type OBJECT cannot be made: fragments are objects.'),
        );
      refuseFaults(attributeFaults(attribute, judge));
      const kept = store(unit.sql);
      await kept.lock();
      if ((await kept.fragments({ name: fragment })).length === 0) {
        await refuseTakenFragmentName(kept, fragment);
        await kept.insertFragments([{ name: fragment }]);
      }
      await refuseTakenAttributeName(kept, attribute);
      await kept.insertAttributes([{ fragment, name, type, declaration }]);
      await refuseGrowth(kept);
      events.attributesCreated(unit, [attribute]);
      const made = (await kept.attributes({ fragments: [fragment] })).find((one) => one.name === name);
      if (!made) throw new Error(`attribute ${fragment}.${name} was not kept`);
      events.modelsChanged(unit, await modelsWith(kept, made.id));
      return made;
    }),

  /** What it declares; name, type and fragment stay. */
  update: (tenant: string, id: number, attribute: GivenAttribute): Promise<KeptAttribute> =>
    database.transaction(tenant, async (unit) => {
      if (attribute.id !== id) {
        throw new RefusedError(
          refusal('identifier-mismatch', `The path names attribute ${id}, the body ${attribute.id ?? 'none'}.`),
        );
      }
      const kept = store(unit.sql);
      await kept.lock();
      const before = await attributeNumbered(kept, id);
      const changed = { ...before, declaration: attribute.declaration };
      refuseFaults(attributeFaults(changed, judge));
      await kept.updateAttribute(id, changed.declaration);
      events.attributesUpdated(unit, [changed]);
      events.modelsChanged(unit, await modelsWith(kept, id));
      return changed;
    }),

  /** An unknown one is no fault. */
  remove: (tenant: string, id: number): Promise<void> =>
    database.transaction(tenant, async (unit) => {
      const kept = store(unit.sql);
      await kept.lock();
      const [attribute] = await kept.attributes({ id });
      if (!attribute) return;
      const models = await modelsWith(kept, id);
      const used = await usedModels(unit.sql, models);
      if (used.length > 0) {
        throw new RefusedError(
          operationForbidden(
            `Attribute ${attribute.name} is one of ${used.join(', ')}, used by a data source or a dataset.`,
          ),
        );
      }
      await kept.deleteAttribute(id);
      events.attributesDeleted(unit, [attribute]);
      events.modelsChanged(unit, models);
    }),
});

export async function attributeNumbered(store: ModelStore, id: number): Promise<KeptAttribute> {
  const [attribute] = await store.attributes({ id });
  if (!attribute) throw new RefusedError(entityNotFound('AttributeModel', id));
  return attribute;
}

async function refuseTakenAttributeName(store: ModelStore, { fragment, name }: Attribute): Promise<void> {
  const siblings = await store.attributes({ fragments: [fragment] });
  if (siblings.some((one) => one.name === name))
    throw new RefusedError(entityAlreadyExists('AttributeModel', `${fragment}.${name}`));
  if (fragment === defaultFragment && (await store.fragments({ name })).length > 0) {
    throw new RefusedError(entityAlreadyExists('Fragment', name));
  }
}

const modelsWith = async (store: ModelStore, attribute: number): Promise<string[]> =>
  (await store.associations({ attribute })).map(({ model }) => model.name);
