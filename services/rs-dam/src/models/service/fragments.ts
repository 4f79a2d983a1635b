/** Fragments: name spaces of attributes. */
import {
  entityAlreadyExists,
  entityInvalid,
  entityNotFound,
  operationForbidden,
  refusal,
  RefusedError,
} from '@regards/core';
import { versionFaults } from '../domain/document.ts';
import type { DeclaredFragment } from '../domain/document.ts';
import { defaultFragment, nameFaults } from '../domain/name.ts';
import { refuseGrowth } from './growth.ts';
import { refuseFaults } from './refusals.ts';
import type { KeptFragment, ModelPorts, ModelStore } from './ports.ts';

export type GivenFragment = DeclaredFragment & { readonly id?: number };

const faultsOf = ({ name, version }: GivenFragment): string[] => [
  ...nameFaults('The fragment', name),
  ...versionFaults(`fragment ${name}`, version),
];

export const fragments = ({ database, store, events }: ModelPorts) => ({
  list: (tenant: string) => database.read(tenant, (sql) => store(sql).fragments({})),

  get: (tenant: string, id: number): Promise<KeptFragment> =>
    database.read(tenant, (sql) => fragmentNumbered(store(sql), id)),

  create: (tenant: string, fragment: GivenFragment): Promise<KeptFragment> =>
    database.transaction(tenant, async ({ sql }) => {
      if (fragment.id !== undefined) throw new RefusedError(entityInvalid('A new fragment has no id.'));
      refuseFaults(faultsOf(fragment));
      const kept = store(sql);
      await kept.lock();
      await refuseTakenFragmentName(kept, fragment.name);
      await kept.insertFragments([fragment]);
      await refuseGrowth(kept);
      const [made] = await kept.fragments({ name: fragment.name });
      if (!made) throw new Error(`fragment ${fragment.name} was not kept`);
      return made;
    }),

  /** Its description and version; the name stays. */
  update: (tenant: string, id: number, fragment: GivenFragment): Promise<KeptFragment> =>
    database.transaction(tenant, async (unit) => {
      if (fragment.id !== id) {
        throw new RefusedError(
          refusal('identifier-mismatch', `The path names fragment ${id}, the body ${fragment.id ?? 'none'}.`),
        );
      }
      refuseFaults(faultsOf(fragment));
      const kept = store(unit.sql);
      const { name } = await fragmentNumbered(kept, id);
      const changed = { id, description: fragment.description, version: fragment.version };
      await kept.updateFragment(changed);
      return { ...changed, name };
    }),

  remove: (tenant: string, id: number): Promise<void> =>
    database.transaction(tenant, async (unit) => {
      const kept = store(unit.sql);
      await kept.lock();
      const { name } = await fragmentNumbered(kept, id);
      if (name === defaultFragment)
        throw new RefusedError(operationForbidden(`The fragment ${defaultFragment} is always there.`));
      if ((await kept.attributes({ fragments: [name] })).length > 0) {
        throw new RefusedError(refusal('entity-not-empty', `Fragment ${name} has attributes.`));
      }
      await kept.deleteFragment(id);
      events.fragmentDeleted(unit, name);
    }),
});

export async function fragmentNumbered(store: ModelStore, id: number): Promise<KeptFragment> {
  const [fragment] = await store.fragments({ id });
  if (!fragment) throw new RefusedError(entityNotFound('Fragment', id));
  return fragment;
}

/** Neither a fragment nor a plain attribute may have the name: their values would have one path. */
export async function refuseTakenFragmentName(store: ModelStore, name: string): Promise<void> {
  if ((await store.fragments({ name })).length > 0) throw new RefusedError(entityAlreadyExists('Fragment', name));
  const plain = await store.attributes({ fragments: [defaultFragment] });
  if (plain.some((attribute) => attribute.name === name))
    throw new RefusedError(entityAlreadyExists('AttributeModel', name));
}
