/** Validators as generated code compiles them, and their faults as sentences that name the field. */
import type { Validator } from './messages.ts';

/** One error of a compiled JSON Schema validator, in the shape Ajv gives. */
export interface SchemaError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly message?: string;
  readonly params: Readonly<Record<string, unknown>>;
}

export interface CompiledValidator {
  (value: unknown): boolean;
  errors?: readonly SchemaError[] | null;
}

/** More faults help nobody, and a hostile value may have millions. */
const mostFaults = 20;

/** A typed validator of a compiled one. The schema that was compiled is the one `T` was generated from. */
export const validator =
  <T>(compiled: CompiledValidator): Validator<T> =>
  (value) =>
    compiled(value)
      ? { valid: true, value: value as T }
      : { valid: false, faults: faultsOf(compiled.errors ?? [], value) };

/** REGARDS's form: `[code] message at field: rejected value [value].` */
export const faultsOf = (errors: readonly SchemaError[], value: unknown): string[] =>
  errors
    .filter(({ keyword }) => keyword !== 'if')
    .slice(0, mostFaults)
    .map((error) => fault(error, value));

function fault({ instancePath, keyword, message, params }: SchemaError, value: unknown): string {
  const { missingProperty, additionalProperty, allowedValues } = params;
  const child = missingProperty ?? additionalProperty;
  const steps = [...instancePath.split('/').slice(1).map(unescaped), ...(typeof child === 'string' ? [child] : [])];
  const told =
    keyword === 'required'
      ? 'must be present'
      : keyword === 'enum' && Array.isArray(allowedValues)
        ? `must be one of ${allowedValues.join(', ')}`
        : (message ?? 'is not valid');
  return faultAt(keyword, told, steps.join('.'), steps.reduce(member, value));
}

/** One fault as REGARDS tells it, for rules that no schema can say; `field` is a dotted path, empty for the whole. */
export const faultAt = (code: string, told: string, field: string, rejected: unknown): string =>
  `[${code}] ${told} at ${field === '' ? 'the whole' : field}: rejected value [${shown(rejected)}].`;

/** What stands at one step into a value; null, as REGARDS says it, when nothing does. */
const member = (value: unknown, step: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, step)
    ? (value as Record<string, unknown>)[step]
    : null;

/** RFC 6901 §3. */
const unescaped = (step: string): string => step.replaceAll('~1', '/').replaceAll('~0', '~');

/** Objects by their kind alone: printing one that is nested deep enough would overflow the stack. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return 'an object';
  const text = String(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
