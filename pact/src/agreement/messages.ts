/** What an interaction says of a message that its contract does not: its exchange, type, headers and payload. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Interaction } from '../pact-file.ts';
import type { Released } from '../../../codegen/src/breaking/released.ts';

type Value = Readonly<Record<string, unknown>>;

export function messageContradictions(
  { metadata = {}, contents }: Interaction,
  contracts: readonly Released[],
): string[] {
  const found = contracts
    .flatMap(({ messages: { operations, schemas } }) =>
      Object.values(operations).map((one) => ({ ...objectOf(one), schemas })),
    )
    .filter((one: Value) => objectOf(one['exchange'])['name'] === metadata['exchange']);
  const [message] = found.filter((one: Value) => one['type'] === metadata['regards.type']);
  if (found.length === 0) return [`no contract has the exchange ${String(metadata['exchange'])}`];
  if (!message) return [`no contract has the type ${String(metadata['regards.type'])} on that exchange`];
  const { payload, headers, schemas } = message as Value;
  const { contentType: _type, exchange: _exchange, 'regards.type': _regardsType, ...own } = metadata;
  return [
    ...faultsOf(payload, objectOf(schemas), contents?.content, 'payload'),
    ...faultsOf(headers, objectOf(schemas), own, 'headers'),
  ];
}

/** A pact speaks of what it relies on alone: members may be missing, but none may be there that is not promised. */
function faultsOf(schema: unknown, schemas: Value, value: unknown, place: string): string[] {
  const ajv = new Ajv2020({ strict: false, allErrors: true, logger: false });
  addFormats.default(ajv);
  const validate = ajv.compile({ ...objectOf(partial(schema)), schemas: objectOf(partial(schemas)) });
  if (validate(value)) return [];
  return (validate.errors ?? []).map(({ instancePath, message = '', params }) => {
    const member: unknown = objectOf(params)['additionalProperty'];
    return `${place}${instancePath.replaceAll('/', '.')} ${message}${typeof member === 'string' ? ` ${member}` : ''}`;
  });
}

/** The schema without what must be there, and closed where it names its members and says nothing of others. */
function partial(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(partial);
  if (typeof value !== 'object' || value === null) return value;
  const { required, minItems: _minItems, minProperties: _minProperties, ...rest } = value as Value;
  const kept = Object.fromEntries(Object.entries(rest).map(([name, one]) => [name, partial(one)]));
  const isOpen =
    !('additionalProperties' in kept) && typeof kept['properties'] === 'object' && kept['type'] !== undefined;
  return {
    ...kept,
    ...(isOpen ? { additionalProperties: false } : {}),
    // a member that is called so
    ...(required === undefined || Array.isArray(required) ? {} : { required: partial(required) }),
  };
}

const objectOf = (value: unknown): Value => (typeof value === 'object' && value !== null ? (value as Value) : {});
