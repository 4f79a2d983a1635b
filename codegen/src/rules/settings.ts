/** Rules of settings. */
import { listOf, objectsOf, textOf } from '../json.ts';
import type { JsonObject } from '../json.ts';
import { unless } from './fault.ts';

const types = ['string', 'integer', 'number', 'boolean', 'array'];

export const settingsFaults = (service: string, settings: JsonObject | undefined): string[] =>
  objectsOf(settings?.['properties']).flatMap(([key, { type, description, default: standard }]) => {
    const place = `contracts/${service}/settings.yaml ${key}`;
    return [
      ...unless(/^[a-z][a-z0-9]*(?:[._-][a-z0-9]+)*$/.test(key), `${place}: a key is lower case words between dots`),
      ...unless(types.includes(textOf(type)), `${place}: type is one of ${types.join(', ')}`),
      ...unless(textOf(description) !== '', `${place}: description is missing`),
      ...unless(
        standard === undefined || !listOf(settings?.['required']).includes(key),
        `${place}: a setting with a default is not required`,
      ),
    ];
  });
