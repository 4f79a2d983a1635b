/** A model made ready to judge the properties of products: its rules are looked up once, not for each product. */
import { faultAt } from '@regards/core';
import { pathOf } from './attribute.ts';
import type { AttributeRule } from './attribute.ts';
import { restrictionCheck } from './restriction.ts';
import type { SchemaCompiler } from './restriction.ts';
import { valueTypes } from './values.ts';

export type Properties = Readonly<Record<string, unknown>>;

/** CREATION wants all that is mandatory; PATCH looks at what is given, where null takes a value away. */
export type JudgeMode = 'CREATION' | 'PATCH';

export interface CompiledModel {
  readonly name: string;
  /** Members of properties that hold the attributes of a fragment, and are no value themselves. */
  readonly fragments: ReadonlySet<string>;
  /** Attributes that keep their first value for good. */
  readonly fixed: readonly Pick<AttributeRule, 'fragment' | 'name'>[];
  /** One sentence a fault, each naming its attribute; none when the properties keep the model. */
  judge(properties: Properties, mode: JudgeMode): string[];
}

/** The fault of one value, undefined for none; a value that is absent is undefined. */
type Judge = (value: unknown, mode: JudgeMode) => string | undefined;

const place = 'feature.properties';

export function compileModel(
  name: string,
  attributes: readonly AttributeRule[],
  schema: SchemaCompiler,
): CompiledModel {
  const groups = [...Map.groupBy(attributes, ({ fragment }) => fragment)].map(([fragment, members]) => ({
    fragment,
    judges: new Map(members.map((attribute) => [attribute.name, judgeOf(attribute, schema)])),
  }));
  const fragments = new Set(groups.flatMap(({ fragment }) => (fragment === undefined ? [] : [fragment])));
  const expected = new Set([
    ...fragments,
    ...attributes.filter(({ fragment }) => fragment === undefined).map((one) => one.name),
  ]);
  const unexpected = (field: string): string => `${field} isn't expected by the model ${name}`;

  return {
    name,
    fragments,
    fixed: attributes
      .filter(({ alterable, computed }) => !alterable && !computed)
      .map(({ fragment, name: of }) => ({ name: of, ...(fragment === undefined ? {} : { fragment }) })),
    judge(properties, mode) {
      const faults = Object.keys(properties)
        .filter((member) => !expected.has(member))
        .map(unexpected);
      for (const { fragment, judges } of groups) {
        const values = fragment === undefined ? properties : own(properties, fragment);
        if (values !== undefined && values !== null && !isObject(values)) {
          faults.push(faultAt('type', 'must be an object, being a fragment', `${place}.${fragment}`, values));
          continue;
        }
        for (const [attribute, judge] of judges) {
          const fault = judge(values === null ? null : values && own(values, attribute), mode);
          if (fault !== undefined) faults.push(fault);
        }
        if (fragment !== undefined && values) {
          for (const member of Object.keys(values))
            if (!judges.has(member)) faults.push(unexpected(`${fragment}.${member}`));
        }
      }
      return faults;
    },
  };
}

function judgeOf(attribute: AttributeRule, schema: SchemaCompiler): Judge {
  const { type, optional, alterable, computed, restriction } = attribute;
  const field = `${place}.${pathOf(attribute)}`;
  const valueType = valueTypes.get(type);
  const broken = restriction ? restrictionCheck(restriction, schema) : () => undefined;
  const fault = (code: string, told: string, value: unknown): string => faultAt(code, told, field, value ?? null);
  if (computed)
    return (value) =>
      value === undefined || value === null ? undefined : fault('computed', 'must not be given, being computed', value);
  return (value, mode) => {
    if (value === undefined || (value === null && mode === 'CREATION')) {
      return mode === 'CREATION' && !optional ? fault('required', 'must be present', value) : undefined;
    }
    if (mode === 'PATCH' && !alterable) return fault('alterable', 'must not change', value);
    if (value === null) return optional ? undefined : fault('required', 'must not be taken away', value);
    if (!valueType?.accepts(value))
      return fault('type', `must be ${valueType?.told ?? `nothing, ${type} having no values`}`, value);
    const told = broken(value);
    return told === undefined ? undefined : fault('restriction', told, value);
  };
}

const own = (values: Properties, name: string): unknown => (Object.hasOwn(values, name) ? values[name] : undefined);

const isObject = (value: unknown): value is Properties =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
