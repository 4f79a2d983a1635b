/** The models of a project as rs-dam tells them. */
import { CallFailedError } from '@regards/core';
import type { CallContext } from '@regards/core';
import type { RsDamClient } from '@regards/generated/rs-dam/client';
import type { AttributeModel, ModelAttrAssoc } from '@regards/generated/rs-dam/types';
import type { AttributeRule, Restriction } from './domain/attribute.ts';

/** Name that rs-dam gives to the fragment of attributes that are in none. */
const noFragment = 'default';

export const readModels =
  (rsDam: Pick<RsDamClient, 'getModels' | 'getAssociations'>) =>
  async (context: CallContext): Promise<ReadonlyMap<string, readonly AttributeRule[]>> => {
    const [models, associations] = await Promise.all([
      rsDam.getModels(context, {}),
      rsDam.getAssociations(context, {}),
    ]);
    if (models.status !== 200) throw refused('getModels', models.status);
    if (associations.status !== 200) throw refused('getAssociations', associations.status);
    const byModel = Map.groupBy(associations.body, ({ model }) => model?.name);
    // A model without attributes has no association and is a model nevertheless.
    return new Map(models.body.map(({ content: { name } }) => [name, (byModel.get(name) ?? []).map(ruleOf)]));
  };

const refused = (operation: string, status: number): CallFailedError =>
  new CallFailedError('rs-dam', operation, 'undeclared-answer', `answered ${status} to this service`);

function ruleOf({ attribute, computationConf }: ModelAttrAssoc): AttributeRule {
  const { name, type, fragment, optional = false, alterable = true } = attribute;
  const restriction = restrictionOf(attribute);
  return {
    name,
    type,
    optional,
    alterable,
    computed: computationConf !== undefined && computationConf !== null,
    ...(fragment && fragment.name !== noFragment ? { fragment: fragment.name } : {}),
    ...(restriction ? { restriction } : {}),
  };
}

function restrictionOf({ restriction }: AttributeModel): Restriction | undefined {
  if (!restriction || restriction.type === 'NO_RESTRICTION') return undefined;
  return restriction;
}
