/** Makes what a STAC collection needs in a project unless it is there: model, data source, dataset, right, mapping. */
import { formatUrn, nameBasedUuid } from '@regards/core';
import type { CallContext } from '@regards/core';
import type { RsCatalogClient } from '@regards/generated/rs-catalog/client';
import type { SearchEngineConfiguration } from '@regards/generated/rs-catalog/types';
import type { RsDamClient } from '@regards/generated/rs-dam/client';
import { bodyOf } from '../fault.ts';
import { assetsAttribute, attributesFor, cleaned, linksAttribute, pathOf } from './attributes.ts';
import type { Attribute } from './attributes.ts';
import type { StacCollection, StacItem } from './item.ts';
import { mappingOf, withMapping } from './mapping.ts';
import { modelXml } from './modelXml.ts';

export interface Prepared {
  readonly model: string;
  /** Attribute by STAC property. */
  readonly attributes: ReadonlyMap<string, Attribute>;
}

export interface Clients {
  readonly dam: RsDamClient;
  readonly catalog: RsCatalogClient;
}

/** What a dataset tells as a STAC collection, as attributes of its model. */
const collectionModel = {
  name: 'STAC_COLLECTION',
  description: 'A STAC collection as a dataset',
  type: 'DATASET' as const,
  attributes: [
    { name: 'title', type: 'STRING', stac: 'title' },
    { name: 'description', type: 'STRING', stac: 'description' },
    { name: 'keywords', type: 'STRING_ARRAY', stac: 'keywords' },
    { name: 'license', type: 'STRING', stac: 'license' },
    { name: 'providers', type: 'JSON', stac: 'providers' },
    { name: 'summaries', type: 'JSON', stac: 'summaries' },
    { name: 'item_assets', type: 'JSON', stac: 'item_assets' },
    linksAttribute,
    assetsAttribute,
  ] satisfies Attribute[],
};

export async function prepareCollection(
  { dam, catalog }: Clients,
  context: CallContext,
  id: string,
  items: readonly StacItem[],
  collection: StacCollection | undefined,
): Promise<Prepared> {
  const existing = await existingAttributes(dam, context);
  const attributes = attributesFor(items, existing);
  const model = cleaned(id);
  await importModel(
    dam,
    context,
    model,
    `Items of ${id}`,
    [...attributes.values(), linksAttribute, assetsAttribute],
    existing,
  );
  const source = await ensureSource(dam, context, model);
  const dataset = await ensureDataset(dam, context, id, source, collection);
  await ensurePublic(dam, context, dataset);
  await ensureMapping(catalog, context, mappingOf(attributes, items));
  return { model, attributes };
}

async function existingAttributes(dam: RsDamClient, context: CallContext): Promise<Attribute[]> {
  const answer = await dam.getAttributes(context, { noLink: true });
  return bodyOf('Reading the attributes', answer, 200).map(({ content: { fragment, name, type, properties } }) => {
    const space = fragment && fragment.name !== 'default' ? fragment.name : undefined;
    const told = properties?.find(({ key }) => key === 'stac')?.value;
    return { ...(space ? { fragment: space } : {}), name, type, stac: told ?? (space ? `${space}:${name}` : name) };
  });
}

/** A fragment is imported whole or not at all, so what it lacks is put to it before. */
async function importModel(
  dam: RsDamClient,
  context: CallContext,
  name: string,
  description: string,
  wanted: readonly Attribute[],
  existing: readonly Attribute[],
): Promise<void> {
  const known = new Set(existing.map(pathOf));
  const fragments = new Set(existing.flatMap(({ fragment }) => fragment ?? []));
  for (const attribute of wanted.filter(
    (one) => one.fragment !== undefined && fragments.has(one.fragment) && !known.has(pathOf(one)),
  )) {
    const { fragment = '', stac, type } = attribute;
    const body = {
      name: attribute.name,
      label: stac.slice(0, 255),
      type,
      fragment: { name: fragment },
      optional: true,
      alterable: true,
      indexed: type !== 'JSON',
      properties: [{ key: 'stac', value: stac }],
    };
    // The type is one that attributesFor chose among REGARDS's own.
    bodyOf(`The attribute ${pathOf(attribute)}`, await dam.createAttribute(context, { body: body as never }), 200);
  }
  const touched = new Set(wanted.flatMap(({ fragment }) => fragment ?? []));
  const whole = new Map(
    [...existing.filter(({ fragment }) => fragment !== undefined && touched.has(fragment)), ...wanted].map((one) => [
      pathOf(one),
      one,
    ]),
  );
  const xml = modelXml({ name, description, type: 'DATA', attributes: [...whole.values()] });
  await importXml(dam, context, name, xml);
}

async function importXml(dam: RsDamClient, context: CallContext, name: string, xml: string): Promise<void> {
  const file = { name: `model-${name}.xml`, mediaType: 'application/xml', content: Buffer.from(xml) };
  bodyOf(`The model ${name}`, await dam.importModel(context, { body: { file } }), 201);
}

async function ensureSource(dam: RsDamClient, context: CallContext, model: string): Promise<string> {
  const businessId = `source-${model}`.replace(/[^0-9a-zA-Z_-]/g, '-').slice(0, 36);
  const there = await dam.getDataSource(context, { businessId });
  if (there.status === 200) return businessId;
  const body = {
    pluginId: 'feature-datasource',
    businessId,
    label: `Products of ${model}`,
    active: true,
    parameters: [{ name: 'modelName', type: 'STRING' as const, value: model }],
  };
  bodyOf(`The data source of ${model}`, await dam.createDataSource(context, { body }), 200);
  return businessId;
}

interface KnownDataset {
  readonly id: number;
  readonly urn: string;
}

async function ensureDataset(
  dam: RsDamClient,
  context: CallContext,
  id: string,
  source: string,
  collection: StacCollection | undefined,
): Promise<KnownDataset> {
  const label = text(collection?.['title']) ?? id;
  for (let number = 0, pages = 1; number < pages; number += 1) {
    const { content, metadata } = bodyOf(
      'Reading the datasets',
      await dam.getDatasets(context, { page: String(number), size: '1000' }),
      200,
    );
    pages = metadata.totalPages;
    const found = content.map((one) => one.content).find(({ feature }) => feature.providerId === id);
    if (found) return { id: found.id ?? 0, urn: found.feature.id ?? '' };
  }
  await importXml(dam, context, collectionModel.name, modelXml(collectionModel));
  const body = {
    type: 'DATASET' as const,
    ipId: urnOf(context.tenant, id),
    model: { name: collectionModel.name },
    plgConfDataSource: { businessId: source },
    openSearchSubsettingClause: '',
    feature: {
      type: 'Feature' as const,
      entityType: 'DATASET' as const,
      providerId: id,
      label: label.slice(0, 255),
      model: collectionModel.name,
      geometry: null,
      properties: collectionProperties(collection),
      tags: [],
      files: {},
    },
  };
  const made = bodyOf(`The dataset ${id}`, await dam.createDataset(context, { body }), 201).content;
  return { id: made.id ?? 0, urn: made.feature.id ?? '' };
}

/** The same wherever the collection is imported, and two imports at once cannot make two datasets of it. */
const urnOf = (tenant: string, id: string): string =>
  formatUrn({ identifier: 'AIP', entityType: 'DATASET', tenant, uuid: nameBasedUuid(id), version: 1 });

/** The members of a collection that its dataset keeps; texts must be texts, lists lists. */
function collectionProperties(collection: StacCollection | undefined): Record<string, unknown> {
  const kept = collectionModel.attributes.flatMap(({ name, type, stac }) => {
    const value = collection?.[stac];
    const fits =
      type === 'STRING'
        ? text(value) !== undefined
        : type === 'STRING_ARRAY'
          ? isTexts(value)
          : typeof value === 'object' && value !== null;
    return fits ? [[name, value] as const] : [];
  });
  return Object.fromEntries(kept);
}

async function ensurePublic(dam: RsDamClient, context: CallContext, { id, urn }: KnownDataset): Promise<void> {
  const there = await dam.getAccessRightOf(context, { accessgroup: 'Public', dataset: urn });
  if (there.status === 200) return;
  const body = {
    accessGroup: { name: 'Public' },
    dataset: { id },
    metadataAccessLevel: 'FULL_ACCESS' as const,
    fileAccessLevel: 'INHERITED_ACCESS' as const,
    qualityFilter: { minScore: 0, maxScore: 10, qualityLevel: 'ACCEPTED' as const },
  };
  bodyOf('The right of Public', await dam.createAccessRight(context, { body }), 201);
}

/** One configuration of the STAC engine a project: what it maps already stays, what is new is put to it. */
export async function ensureMapping(
  catalog: RsCatalogClient,
  context: CallContext,
  mapping: ReturnType<typeof mappingOf>,
): Promise<void> {
  const { content } = bodyOf(
    'Reading the engines',
    await catalog.getSearchEngineConfigurations(context, { engineType: 'stac' }),
    200,
  );
  const there = content.map((one) => one.content).find(({ datasetUrn }) => !datasetUrn);
  const body: SearchEngineConfiguration | undefined = withMapping(there, mapping);
  if (body === undefined) return;
  if (there?.id)
    bodyOf('The mapping', await catalog.updateSearchEngineConfiguration(context, { confId: there.id, body }), 200);
  else bodyOf('The mapping', await catalog.createSearchEngineConfiguration(context, { body }), 201);
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

const isTexts = (value: unknown): boolean =>
  Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string');
