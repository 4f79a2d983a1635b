/** What the contract asks of a request: parameters, and a body that is small and JSON; the rest is the service's. */
import { parseJson, parseQuery, refusal, RefusedError, requestField } from '@regards/core';
import type { CompiledValidator, Refusal, RequestCheck, Route, RouteParameter, SchemaError } from '@regards/core';

/** More faults help nobody. */
const mostFaults = 20;

type Texts = Record<string, string | string[] | undefined>;

interface Place {
  readonly parameter: RouteParameter;
  /** Of its segment; -1 where it is in no path. */
  readonly segment: number;
}

export class RequestRule {
  readonly #check: RequestCheck;
  readonly #inPath: readonly Place[];
  readonly #inQuery: readonly RouteParameter[];
  readonly #inHeaders: readonly RouteParameter[];

  constructor({ path, parameters }: Route, check: RequestCheck) {
    const segments = path.split('/');
    const within = (place: RouteParameter['in']): RouteParameter[] => parameters.filter((one) => one.in === place);
    this.#check = check;
    this.#inPath = within('path').map((parameter) => ({ parameter, segment: segments.indexOf(`{${parameter.name}}`) }));
    this.#inQuery = within('query');
    this.#inHeaders = within('header');
  }

  /** @param query with its question mark, or empty; @param headers read where the contract has parameters there */
  faultOfParameters(path: string, query: string, headers: () => Texts): Refusal | undefined {
    const { parameters } = this.#check;
    if (!parameters) return undefined;
    const params = this.#paramsOf(path);
    if (!params) return undefined;
    const given = {
      params,
      query: this.#inQuery.length > 0 ? this.#queryOf(query) : {},
      headers: this.#inHeaders.length > 0 ? headers() : {},
    };
    return parameters(given) ? undefined : refusal('invalid-parameter', ...sentences(parameters.errors ?? [], ''));
  }

  get needsBody(): boolean {
    return this.#check.needsBody;
  }

  /** Judges bodies of this media type, as a header names it; undefined for one that is left to the service. */
  bodyCheck(contentType: string | undefined): ((body: Buffer) => Refusal | undefined) | undefined {
    if (contentType === undefined) return undefined;
    const [type = '', ...rest] = contentType.split(';');
    const validator = this.#check.bodies[type.trim().toLowerCase()];
    return validator && rest.every(isUtf8) ? (body) => faultOfBody(body, validator) : undefined;
  }

  /** Undefined where one cannot be decoded: the service tells so. */
  #paramsOf(path: string): Texts | undefined {
    if (this.#inPath.length === 0) return {};
    const segments = path.split('/');
    const texts: Texts = {};
    try {
      for (const { parameter, segment } of this.#inPath)
        texts[parameter.name] = decodeURIComponent(segments[segment] ?? '');
      return texts;
    } catch {
      return undefined;
    }
  }

  #queryOf(query: string): Texts {
    if (query.length < 2) return {};
    const all = parseQuery(query.slice(1));
    const texts: Texts = {};
    for (const { name, array } of this.#inQuery) {
      const value = all[name];
      if (value === undefined) continue;
      texts[name] =
        array === 'comma' ? [value].flat().flatMap((one) => one.split(',')) : array ? [value].flat() : value;
    }
    return texts;
  }
}

/** Texts in anything else are the service's to refuse. */
const isUtf8 = (parameter: string): boolean => {
  const [name = '', value = ''] = parameter.trim().toLowerCase().split('=');
  return name !== 'charset' || ['utf-8', 'utf8'].includes(value.replaceAll('"', ''));
};

function faultOfBody(body: Buffer, validator: CompiledValidator): Refusal | undefined {
  try {
    if (validator(parseJson(body))) return undefined;
    return refusal('entity-invalid', ...sentences(validator.errors ?? [], '/body'));
  } catch (failure) {
    // whatever else goes wrong here is no reason to refuse what the service looks at once more
    return failure instanceof RefusedError ? failure.refusal : undefined;
  }
}

/** One for each field and fault, as services tell them; nothing of the value, which may be a password. */
export function sentences(errors: readonly SchemaError[], root: string): string[] {
  const told = errors.slice(0, mostFaults).map(({ instancePath, keyword, message, params }) => {
    const { missingProperty, additionalProperty, allowedValues } = params;
    const child = missingProperty ?? additionalProperty;
    const field = requestField(root + instancePath + (typeof child === 'string' ? `/${child}` : ''));
    const allowed = Array.isArray(allowedValues) ? `: ${allowedValues.join(', ')}` : '';
    return `${field} ${keyword === 'required' ? 'is missing' : (message ?? 'is not valid')}${allowed}`;
  });
  return [...new Set(told)];
}
