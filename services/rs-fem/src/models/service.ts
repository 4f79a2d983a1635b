/** The models of each project, read from rs-dam once and kept until one changes. */
import { asService } from '@regards/core';
import type { CallContext } from '@regards/core';
import type { AttributeRule } from './domain/attribute.ts';
import { compileModel } from './domain/model.ts';
import type { CompiledModel } from './domain/model.ts';
import type { SchemaCompiler } from './domain/restriction.ts';

export type { CompiledModel, Properties } from './domain/model.ts';

export interface ModelPorts {
  /** The attributes of all models of the project, by model. */
  readonly read: (context: CallContext) => Promise<ReadonlyMap<string, readonly AttributeRule[]>>;
  readonly compileSchema: SchemaCompiler;
}

export interface ModelService {
  /**
   * The models of these names; those that the project does not have are absent. One that is not known is asked for
   * anew, since it may have been imported a moment ago. Throws CallFailedError when rs-dam cannot be asked.
   */
  find(context: CallContext, names: Iterable<string>): Promise<ReadonlyMap<string, CompiledModel>>;
  /** Something changed: the models are read again when they are needed next. */
  forget(tenant: string): void;
}

interface KnownModels {
  find(name: string): CompiledModel | undefined;
}

export function modelService({ read, compileSchema }: ModelPorts): ModelService {
  const known = new Map<string, Promise<KnownModels>>();

  const readAgain = (context: CallContext): Promise<KnownModels> => {
    const { tenant } = context;
    // As this service: whoever submits products need not be allowed to read models.
    const reading = read(asService(context)).then((attributes) => knownModels(attributes, compileSchema));
    known.set(tenant, reading);
    reading.catch(() => {
      if (known.get(tenant) === reading) known.delete(tenant);
    });
    return reading;
  };

  return {
    async find(context, names) {
      const wanted = [...new Set(names)];
      const cached = known.get(context.tenant);
      const models = await (cached ?? readAgain(context));
      const isStale = cached !== undefined && wanted.some((name) => models.find(name) === undefined);
      if (!isStale) return found(wanted, models);
      // Others may have found the same at this moment: one reading that began after ours serves all.
      const newer = known.get(context.tenant);
      return found(wanted, await (newer === undefined || newer === cached ? readAgain(context) : newer));
    },
    forget: (tenant) => void known.delete(tenant),
  };
}

/** Each model is compiled when it is asked for first. */
function knownModels(
  attributes: ReadonlyMap<string, readonly AttributeRule[]>,
  compileSchema: SchemaCompiler,
): KnownModels {
  const compiled = new Map<string, CompiledModel>();
  return {
    find(name) {
      const ready = compiled.get(name);
      if (ready) return ready;
      const rules = attributes.get(name);
      if (!rules) return undefined;
      const model = compileModel(name, rules, compileSchema);
      compiled.set(name, model);
      return model;
    },
  };
}

const found = (names: readonly string[], models: KnownModels): ReadonlyMap<string, CompiledModel> =>
  new Map(
    names.flatMap((name) => {
      const model = models.find(name);
      return model ? [[name, model] as const] : [];
    }),
  );
