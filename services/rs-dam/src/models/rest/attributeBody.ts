/** Attributes between the wire and the service: absent and null are one there. */
import type { AttributeModel, Fragment, Model, Restriction as RestrictionBody } from '@regards/generated/rs-dam/types';
import { declarationOf, jsonPathOf } from '../domain/attribute.ts';
import { restrictionFrom } from '../domain/givenRestriction.ts';
import type { Restriction } from '../domain/restriction.ts';
import { defaultFragment } from '../domain/name.ts';
import type { GivenAttribute } from '../service/attributes.ts';
import type { GivenFragment } from '../service/fragments.ts';
import type { GivenModel } from '../service/models.ts';
import type { KeptAttribute, KeptFragment, KeptModel } from '../service/ports.ts';

export const modelFromBody = ({ id, name, description, version, type }: Model): GivenModel => ({
  id: id ?? undefined,
  name,
  description: description ?? undefined,
  version: version ?? undefined,
  type,
});

export const modelToBody = ({ id, name, description, version, type }: KeptModel): Model => ({
  id,
  name,
  description,
  version,
  type,
});

export const fragmentFromBody = ({ id, name, description, version }: Fragment): GivenFragment => ({
  id: id ?? undefined,
  name,
  description: description ?? undefined,
  version: version ?? undefined,
});

export const fragmentToBody = ({ id, name, description, version }: KeptFragment): Fragment => ({
  id,
  name,
  description,
  version,
  virtual: false,
});

export const attributeFromBody = (body: AttributeModel): GivenAttribute => ({
  id: body.id ?? undefined,
  fragment: body.fragment?.name ?? defaultFragment,
  name: body.name,
  type: body.type,
  declaration: declarationOf({
    label: body.label,
    description: body.description ?? undefined,
    unit: body.unit ?? undefined,
    precision: body.precision ?? undefined,
    arraysize: body.arraysize ?? undefined,
    alterable: body.alterable ?? true,
    optional: body.optional ?? false,
    indexed: body.indexed ?? false,
    group: body.group ?? undefined,
    restriction: body.restriction ? restrictionFrom(body.restriction) : undefined,
    properties: body.properties ?? [],
    esMapping: body.esMapping ?? undefined,
  }),
});

export function attributeToBody(attribute: KeptAttribute): AttributeModel {
  const { id, name, type, declaration, fragmentDetails } = attribute;
  return {
    id,
    name,
    ...declaration,
    type,
    fragment: fragmentToBody(fragmentDetails),
    restriction: declaration.restriction && restrictionToBody(declaration.restriction),
    properties: declaration.properties.map(({ key, value }) => ({ key, value })),
    jsonPath: jsonPathOf(attribute),
    dynamic: true,
    internal: false,
    virtual: false,
  };
}

function restrictionToBody(restriction: Restriction): RestrictionBody {
  if (restriction.type === 'ENUMERATION')
    return { ...restriction, acceptableValues: [...restriction.acceptableValues] };
  if (restriction.type === 'JSON_SCHEMA') return { ...restriction, indexableFields: [...restriction.indexableFields] };
  return restriction;
}
