/** What rests unhandled is somebody's business: a service with lasting queues serves their dead letters. */
import path from 'node:path';
import { readYaml } from '../contracts.ts';
import type { ServiceContract } from '../contracts.ts';
import { objectOf, objectsIn, objectsOf, textOf } from '../json.ts';
import { unless } from './fault.ts';

const fragment = '../common/paths/dead-letters.yaml';

/** Each path of the fragment is taken in, or the contract says why not. */
export function restingFaults({ name, folder, openApi, asyncApi }: ServiceContract): string[] {
  if (asyncApi === undefined) return [];
  const { info, operations } = objectOf(readYaml(asyncApi));
  const hasLasting = objectsOf(objectOf(operations)).some(
    ([, { action, 'x-regards-delivery': delivery }]) =>
      action === 'receive' && (objectOf(delivery)['target'] ?? 'one') === 'one',
  );
  if (!hasLasting || textOf(objectOf(info)['x-regards-no-dead-letters']) !== '') return [];
  const taken = new Set(
    openApi === undefined ? [] : [...objectsIn(readYaml(openApi))].map(([{ $ref }]) => textOf($ref)),
  );
  const paths = Object.keys(readYaml(path.resolve(folder, fragment)));
  const missing = paths.filter((one) => !taken.has(`${fragment}#/${one}`));
  return unless(
    missing.length === 0,
    `contracts/${name}/openapi.yaml: ${fragment} is not taken in (${missing.join(', ')}), though its queues have dead ` +
      'letters; where nobody is to see them info.x-regards-no-dead-letters of asyncapi.yaml says why',
  );
}
