/** Judges JSON schemas of draft 07 and the values they are about; the schemas come from administrators, not from us. */
import { Ajv } from 'ajv';
import type { ValidateFunction } from 'ajv';
import formats from 'ajv-formats';

export interface JsonSchemas {
  /** What keeps a text from being a schema; nothing when it is one. */
  readonly fault: (schema: string) => string | undefined;
  /** In which ways a value breaks a schema. */
  readonly faults: (schema: { readonly jsonSchema: string }, value: unknown) => readonly string[];
}

/** Compiled schemas that are kept: as many as a large project has. */
const mostKept = 500;

/** Unknown words and formats are passed over, as a schema may carry words of its own; no reference leads outside. */
export function jsonSchemas(): JsonSchemas {
  const kept = new Map<string, ValidateFunction>();
  const compiled = (text: string): ValidateFunction => {
    const found = kept.get(text);
    if (found) return found;
    // An instance each: two schemas may give themselves the same $id.
    const ajv = new Ajv({ strict: false, allErrors: true, logger: false, validateFormats: true });
    formats.default(ajv);
    const made = ajv.compile(JSON.parse(text));
    const [oldest] = kept.keys();
    if (kept.size >= mostKept && oldest !== undefined) kept.delete(oldest);
    kept.set(text, made);
    return made;
  };
  return {
    fault(schema) {
      try {
        compiled(schema);
        return undefined;
      } catch (error) {
        return `the JSON schema cannot be read: ${error instanceof Error ? error.message : 'unknown fault'}.`;
      }
    },
    faults({ jsonSchema }, value) {
      const valid = compiled(jsonSchema);
      return valid(value)
        ? []
        : (valid.errors ?? []).map(
            ({ instancePath, message }) => `${instancePath || 'the value'} ${message ?? 'is wrong'}.`,
          );
    },
  };
}
