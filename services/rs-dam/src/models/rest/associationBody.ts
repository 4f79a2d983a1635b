/** Attributes of models between the wire and the service, computations as the plugins that REGARDS makes them of. */
import { entityInvalid, RefusedError } from '@regards/core';
import type { ModelAttrAssoc, PluginConfiguration } from '@regards/generated/rs-dam/types';
import { kindOf, pluginOf } from '../domain/computation.ts';
import type { Computation } from '../domain/computation.ts';
import type { PropertyType } from '../domain/propertyType.ts';
import type { Association } from '../service/ports.ts';
import { attributeToBody, modelToBody } from './attributeBody.ts';

const attributeParameter = 'parameterAttributeName';
const fragmentParameter = 'parameterAttributeFragmentName';

export const associationToBody = ({ id, attribute, model, computation, position }: Association): ModelAttrAssoc => ({
  id,
  attribute: attributeToBody(attribute),
  model: modelToBody(model),
  ...(computation ? { computationConf: computationToBody(computation, attribute.type) } : {}),
  pos: position,
});

const computationToBody = (computation: Computation, type: PropertyType): PluginConfiguration => ({
  pluginId: pluginOf(computation, type) ?? '',
  label: computation.label,
  priorityOrder: 0,
  active: true,
  parameters: [
    ...(computation.attribute === undefined
      ? []
      : [{ name: attributeParameter, type: 'STRING', value: computation.attribute }]),
    ...(computation.fragment === undefined
      ? []
      : [{ name: fragmentParameter, type: 'STRING', value: computation.fragment }]),
  ],
});

/** Throws RefusedError, `entity-invalid`, for a plugin that computes nothing here. */
export function computationFromBody({ pluginId, label, parameters }: PluginConfiguration): Computation {
  const kind = kindOf(pluginId);
  if (!kind)
    throw new RefusedError(entityInvalid(`computationConf: there is no plugin ${pluginId} that computes attributes.`));
  const text = (name: string): string | undefined => {
    const value: unknown = parameters?.find((parameter) => parameter.name === name)?.value;
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const [attribute, fragment] = [text(attributeParameter), text(fragmentParameter)];
  return { label, kind, ...(attribute ? { attribute } : {}), ...(fragment ? { fragment } : {}) };
}
