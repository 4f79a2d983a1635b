/** Tells of changes to models and attributes. */
import {
  publishAttributeCacheRefresh,
  publishAttributeModelCreated,
  publishAttributeModelDeleted,
  publishAttributeModelUpdated,
  publishFragmentDeleted,
  publishModelChange,
} from '@regards/generated/rs-dam/messages';
import type { AttributeModelEvent } from '@regards/generated/rs-dam/types';
import { jsonPathOf } from './domain/attribute.ts';
import type { Attribute } from './domain/attribute.ts';
import type { ModelEvents } from './service/ports.ts';

export const modelEvents: ModelEvents = {
  attributesCreated: (unit, attributes) => publishAttributeModelCreated(unit, attributes.map(told)),
  attributesUpdated: (unit, attributes) => publishAttributeModelUpdated(unit, attributes.map(told)),
  attributesDeleted: (unit, attributes) => publishAttributeModelDeleted(unit, attributes.map(told)),
  fragmentDeleted: (unit, fragmentName) => publishFragmentDeleted(unit, [{ payload: { fragmentName } }]),
  modelsChanged: (unit, names) =>
    publishModelChange(
      unit,
      names.map((model) => ({ payload: { model } })),
    ),
  attributesStale: (unit) => publishAttributeCacheRefresh(unit, [{ payload: {} }]),
};

function told(attribute: Attribute): { payload: AttributeModelEvent } {
  const {
    fragment,
    name,
    type,
    declaration: { restriction, esMapping, properties, indexed },
  } = attribute;
  return {
    payload: {
      fragmentName: fragment,
      attributeName: name,
      propertyType: type,
      restrictionType: restriction?.type ?? 'NO_RESTRICTION',
      fullJsonPath: `feature.${jsonPathOf(attribute)}`,
      ...(esMapping === undefined ? {} : { esMappping: esMapping }),
      attributeProperties: Object.fromEntries(properties.map(({ key, value }) => [key, value])),
      indexed,
    },
  };
}
