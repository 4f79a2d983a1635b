/**
 * What the gateway holds requests and answers to: requests.ts and answers.ts by operation, and beside them what Ajv
 * compiles of the document's schemas (compiled-parameters.js, compiled-bodies.js, compiled-answers.js).
 */
import Ajv2020 from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import addFormats from 'ajv-formats';
import { isObject, objectOf, objectsOf, textOf } from './json.ts';
import type { Json, JsonObject } from './json.ts';
import { operationsOf, resolved } from './openapi/document.ts';
import type { Operation } from './openapi/document.ts';
import { isBinary } from './openapi/request.ts';
import type { Files } from './output.ts';
import { header, key, quoted } from './text.ts';
import { imported, refuse } from './validators.ts';

/** Validators to compile by the names they are exported under. */
type Wanted = Map<string, Json>;

export function checkFiles(service: string, document: JsonObject): Files {
  const operations = operationsOf(document);
  const [parameters, bodies, answers]: [Wanted, Wanted, Wanted] = [new Map(), new Map(), new Map()];
  const requestLines = operations.map((one) => requestLine(document, one, parameters, bodies));
  const answerLines = operations.map((one) => answerLine(document, one, answers));
  return {
    ...compiledFiles(service, 'parameters', document, parameters),
    ...compiledFiles(service, 'bodies', document, bodies),
    ...compiledFiles(service, 'answers', document, answers),
    'requests.ts': [
      header(`${service}/openapi.yaml`),
      `import type { RequestChecks } from '@regards/core';\n`,
      parameters.size > 0 ? `import * as parameters from './compiled-parameters.js';\n` : '',
      bodies.size > 0 ? `import * as bodies from './compiled-bodies.js';\n` : '',
      `\n/** What requests of ${service} are held to, by operation. */\n`,
      `export const requests: RequestChecks = {\n${requestLines.join('')}};\n`,
    ].join(''),
    'answers.ts': [
      header(`${service}/openapi.yaml`),
      `import type { AnswerChecks } from '@regards/core';\n`,
      answers.size > 0 ? `import * as answered from './compiled-answers.js';\n` : '',
      `\n/** What answers of ${service} are held to, by operation. */\n`,
      `export const answers: AnswerChecks = {\n${answerLines.join('')}};\n`,
    ].join(''),
  };
}

function requestLine(document: JsonObject, one: Operation, parameters: Wanted, bodies: Wanted): string {
  const id = textOf(one.operation['operationId']);
  const schema = parametersSchema(one.parameters);
  if (schema !== undefined) parameters.set(id, schema);
  const body = resolved(document, one.operation['requestBody']);
  const types = objectsOf(body['content']).filter(([type]) => isJson(type));
  return [
    `  ${id}: {\n`,
    schema === undefined ? '' : `    parameters: parameters.${id},\n`,
    `    needsBody: ${body['required'] === true},\n`,
    `    bodies: { ${types.map(([type, { schema: of }]) => `${quoted(type)}: bodies.${named(bodies, id, of)}`).join(', ')} },\n`,
    `  },\n`,
  ].join('');
}

function answerLine(document: JsonObject, { operation }: Operation, answers: Wanted): string {
  const id = textOf(operation['operationId']);
  const responses = objectsOf(operation['responses']).map(([status, declared]) => {
    const types = objectsOf(resolved(document, declared)['content']).map(([type, { schema }]) => {
      const isRead = isJson(type) && !isBinary(resolved(document, schema));
      return `${quoted(type)}: ${isRead ? `answered.${named(answers, `${id}${status}`, schema)}` : 'null'}`;
    });
    return `    ${status}: { ${types.join(', ')} },\n`;
  });
  return `  ${key(id)}: {\n${responses.join('')}  },\n`;
}

const isJson = (mediaType: string): boolean => mediaType === 'application/json' || mediaType.endsWith('+json');

/** A schema of the document's own keeps its name, so that it is compiled once; any other is named by its place. */
function named(wanted: Wanted, place: string, schema: Json | undefined): string {
  const name = textOf(objectOf(schema)['$ref']).split('/').at(-1) || place;
  wanted.set(name, schema ?? {});
  return name;
}

/** Where the gateway puts parameters by their `in`, as express-openapi-validator does. */
const places: Readonly<Record<string, string>> = { path: 'params', query: 'query', header: 'headers' };

/** The schema of `{ params, query, headers }`, undefined for an operation without parameters. */
function parametersSchema(parameters: readonly JsonObject[]): Json | undefined {
  if (parameters.length === 0) return undefined;
  const groups = Map.groupBy(parameters, ({ in: place }) => places[textOf(place)] ?? '');
  return {
    type: 'object',
    properties: Object.fromEntries(
      [...groups].map(([place, some]) => [
        place,
        {
          type: 'object',
          required: some.filter(({ required }) => required === true).map(nameIn),
          properties: Object.fromEntries(some.filter(isRuled).map((one) => [nameIn(one), one['schema'] ?? {}])),
        },
      ]),
    ),
  };
}

/** Every parameter is a text: a schema that asks for no more than that says nothing. */
const isRuled = ({ schema }: JsonObject): boolean =>
  JSON.stringify(bare(schema ?? {})) !== JSON.stringify({ type: 'string' });

/** Node gives names of headers in lower case. */
const nameIn = ({ name, in: place }: JsonObject): string =>
  place === 'header' ? textOf(name).toLowerCase() : textOf(name);

/** Texts of parameters become numbers and booleans on the way, as at the door of a service; bodies stay as they are. */
function compiledFiles(service: string, what: string, document: JsonObject, wanted: Wanted): Files {
  if (wanted.size === 0) return {};
  const ajv = new Ajv2020.default({
    allErrors: true,
    strict: false,
    inlineRefs: false,
    messages: true,
    ...(what === 'parameters' ? { coerceTypes: 'array' } : {}),
    logger: { log: () => {}, warn: refuse, error: refuse },
    code: { source: true, esm: true, lines: true, optimize: true },
  });
  addFormats.default(ajv);
  ajv.addFormat('date-time', dateTime);
  for (const [name, schema] of objectsOf(objectOf(document['components'])['schemas']))
    ajv.addSchema({ $id: idOf(name), ...objectOf(bare(schema)) });
  const known = new Map<string, string>();
  /** What many operations ask of a parameter is compiled once. */
  const shared = (schema: JsonObject): JsonObject => {
    const text = JSON.stringify(schema);
    const id = known.get(text) ?? `https://contracts.invalid/shared/${known.size}`;
    if (!known.has(text)) ajv.addSchema({ $id: id, ...schema });
    known.set(text, id);
    return { $ref: id };
  };
  const exported = [...wanted].map(([name, schema]): [string, string] => {
    const { $ref } = objectOf(schema);
    if (typeof $ref === 'string') return [name, idOf($ref.split('/').at(-1) ?? '')];
    const id = `https://contracts.invalid/${what}/${name}`;
    ajv.addSchema({
      $id: id,
      ...(what === 'parameters' ? sharing(objectOf(bare(schema)), shared) : objectOf(bare(schema))),
    });
    return [name, id];
  });
  return {
    [`compiled-${what}.js`]:
      header(`${service}/openapi.yaml`) + imported(standaloneCode.default(ajv, Object.fromEntries(exported))),
    [`compiled-${what}.d.ts`]: [
      `${header(`${service}/openapi.yaml`)}import type { CompiledValidator } from '@regards/core';\n\n`,
      ...exported.map(([name]) => `export const ${name}: CompiledValidator;\n`),
    ].join(''),
  };
}

/** The schema of an operation's parameters with those of each parameter replaced by what `shared` gives. */
const sharing = ({ properties, ...rest }: JsonObject, shared: (schema: JsonObject) => JsonObject): JsonObject => ({
  ...rest,
  properties: Object.fromEntries(
    objectsOf(properties).map(([place, group]) => [
      place,
      {
        ...group,
        properties: Object.fromEntries(
          objectsOf(group['properties']).map(([name, one]) => [name, one['$ref'] === undefined ? shared(one) : one]),
        ),
      },
    ]),
  ),
});

/** One without an offset is UTC to REGARDS, and one without seconds is one all the same. */
const dateTime =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:Z|[+-](?:[01]\d|2[0-3]):?[0-5]\d)?$/i;

const idOf = (name: string): string => `https://contracts.invalid/schemas/${name}`;

const remarks: ReadonlySet<string> = new Set([
  'title',
  'description',
  'default',
  'example',
  'examples',
  'deprecated',
  'readOnly',
  'writeOnly',
  'discriminator',
]);
const byName: ReadonlySet<string> = new Set(['properties', 'patternProperties', '$defs']);

/** A schema without what judges nothing, its references leading to the schemas as they are added above. */
function bare(schema: Json): Json {
  if (Array.isArray(schema)) return schema.map(bare);
  if (!isObject(schema)) return schema;
  const kept = Object.entries(schema).filter(([name]) => !remarks.has(name) && !name.startsWith('x-'));
  return Object.fromEntries(
    kept.map(([name, value]): [string, Json] => {
      if (name === '$ref') return [name, idOf(textOf(value).split('/').at(-1) ?? '')];
      if (name === 'enum' || name === 'const') return [name, value];
      if (byName.has(name)) return [name, Object.fromEntries(objectsOf(value).map(([one, of]) => [one, bare(of)]))];
      return [name, bare(value)];
    }),
  );
}
