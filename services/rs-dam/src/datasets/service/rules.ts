/** Whether a dataset can be kept as it was given. */
import { entityInvalid, entityNotFound, RefusedError } from '@regards/core';
import type { Sql } from '@regards/core';
import { refuseFaults, valueFaults } from '../../models/service/index.ts';
import type { Association, JsonJudge } from '../../models/service/index.ts';
import type { KeptSource } from '../../datasources/service.ts';
import { geometryFaults, propertyFaults } from '../domain/feature.ts';
import type { AttributeRule, Feature } from '../domain/feature.ts';
import type { DatasetPorts, GivenDataset } from './ports.ts';

type Ports = Pick<DatasetPorts, 'models' | 'sources' | 'judge'>;

/** The data source it is made of. Throws RefusedError when there is none, or its model is none of datasets. */
export async function foundationOf({ models, sources }: Ports, sql: Sql, given: GivenDataset): Promise<KeptSource> {
  const model = await models.hold(sql, given.model);
  if (!model) throw new RefusedError(entityNotFound('Model', given.model));
  if (model.type !== 'DATASET') {
    throw new RefusedError(entityInvalid(`Model ${model.name} is one of ${model.type}, a dataset has one of DATASET.`));
  }
  if (given.featureModel !== undefined && given.featureModel !== model.name) {
    throw new RefusedError(
      entityInvalid(`The dataset is of model ${model.name}, its feature of ${given.featureModel}.`),
    );
  }
  const [source] = await sources.all(sql, [given.dataSource]);
  if (!source) throw new RefusedError(entityNotFound('PluginConfiguration', given.dataSource));
  return source;
}

/** Throws RefusedError, `entity-invalid`, with every fault; `before` is what a changed dataset has had. */
export async function inspectFeature(
  { models, judge }: Ports,
  sql: Sql,
  given: GivenDataset,
  before?: Feature,
): Promise<void> {
  const { providerId, label, geometry, properties } = given.feature;
  const rules = (await models.associations.of(sql, given.model)).map((association) => ruleOf(association, judge));
  refuseFaults([
    ...(providerId.trim() === '' ? ['The dataset has no providerId.'] : []),
    ...(label.trim() === '' ? ['The dataset has no label.'] : []),
    ...geometryFaults(geometry),
    ...propertyFaults(properties, rules, before?.properties),
  ]);
}

const ruleOf = (
  { attribute: { fragment, name, type, declaration }, computation }: Association,
  judge: JsonJudge,
): AttributeRule => ({
  ...(fragment === 'default' ? {} : { fragment }),
  name,
  optional: declaration.optional,
  alterable: declaration.alterable,
  computed: computation !== undefined,
  faults: (value) => valueFaults(type, declaration.restriction, value, judge),
});
