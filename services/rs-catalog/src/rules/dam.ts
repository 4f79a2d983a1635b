/** Asks rs-dam for the rules of the catalogue and the attributes of models. */
import { CallFailedError } from '@regards/core';
import type { CallContext } from '@regards/core';
import type { RsDamClient } from '@regards/generated/rs-dam/client';
import type { AttributeModel, CatalogueDataset, CatalogueRules } from '@regards/generated/rs-dam/types';
import type { Attribute } from '../products/domain/product.ts';
import type { DatasetEntry, Rules, RuleSource } from './service.ts';

export const damRules = (dam: RsDamClient): RuleSource => ({
  async rules(context) {
    const pages = await wholeReading(dam, context);
    const [first] = pages;
    return {
      sources: (first?.dataSources ?? []).map(({ businessId, modelName, active }) => ({
        businessId,
        model: modelName,
        active,
      })),
      datasets: pages.flatMap(({ datasets }) => datasets.map(datasetEntry)),
      publicGroups: first?.publicGroups ?? [],
    } satisfies Rules;
  },

  async attributes(context) {
    const answer = await dam.getAssociations(context, { type: 'DATA' });
    if (answer.status !== 200) throw refused('getAssociations', answer.status);
    const byModel = new Map<string, Attribute[]>();
    for (const { attribute, model } of answer.body) {
      if (!model) continue;
      const known = byModel.get(model.name);
      if (known) known.push(shownAttribute(attribute));
      else byModel.set(model.name, [shownAttribute(attribute)]);
    }
    return byModel;
  },
});

/** Pages of one revision; read again from the first when something changed in between. */
async function wholeReading(dam: RsDamClient, context: CallContext): Promise<CatalogueRules[]> {
  const pages: CatalogueRules[] = [];
  for (let number = 0; ; number += 1) {
    const answer = await dam.getCatalogueRules(context, { page: String(number) });
    if (answer.status !== 200) throw refused('getCatalogueRules', answer.status);
    const { body } = answer;
    if (pages[0] && pages[0].revision !== body.revision) return wholeReading(dam, context);
    pages.push(body);
    if (number + 1 >= body.metadata.totalPages) return pages;
  }
}

/** Full access alone shows the products of a dataset (rs-dam §6). */
const datasetEntry = (dataset: CatalogueDataset): DatasetEntry => ({
  urn: dataset.ipId,
  position: dataset.id,
  identifier: dataset.providerId,
  model: dataset.dataModel,
  subsetting: dataset.subsetting,
  groups: dataset.groups
    .filter(({ metadataAccessLevel }) => metadataAccessLevel === 'FULL_ACCESS')
    .map(({ name }) => name),
  definition: {
    label: dataset.label,
    properties: dataset.feature.properties ?? {},
    ...(dataset.feature.licence ? { licence: dataset.feature.licence } : {}),
  },
});

function shownAttribute({ name, type, fragment, properties }: AttributeModel): Attribute {
  const stacName = properties?.find(({ key }) => key === 'stac')?.value;
  return {
    ...(fragment && fragment.name !== 'default' ? { fragment: fragment.name } : {}),
    name,
    type,
    ...(stacName ? { stacName } : {}),
  };
}

const refused = (operation: string, status: number): CallFailedError =>
  new CallFailedError('rs-dam', operation, 'undeclared-answer', `answered ${status}`);
