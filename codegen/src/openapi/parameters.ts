/** The parameters of an operation, as typed fields and as what the transport needs to send them. */
import type { Json, JsonObject } from '../contracts.ts';
import { typeOf } from './parameterType.ts';
import { objectOf, resolved } from './prepare.ts';

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly type: string;
  readonly description: string;
  readonly array?: 'repeated' | 'comma';
}

export function parametersOf(document: JsonObject, given: readonly Json[], types: Set<string>) {
  const used = new Set<string>();
  const names = { use: (name: string) => (used.add(name), types.add(name), name) };
  const list = given.map((one): Parameter => {
    const parameter = resolved(document, one);
    const schema = objectOf(parameter['schema']);
    const isArray = resolved(document, schema)['type'] === 'array';
    const explode = parameter['explode'] ?? (parameter['style'] === undefined || parameter['style'] === 'form');
    return {
      name: String(parameter['name']),
      in: String(parameter['in']),
      required: parameter['required'] === true,
      type: typeOf(schema, names),
      description: String(parameter['description'] ?? ''),
      ...(isArray ? { array: explode === false ? 'comma' as const : 'repeated' as const } : {}),
    };
  });
  return { list, types: [...used] };
}
