/** Rules that every contract keeps, told by file and operation. */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { isObject, readYaml } from './contracts.ts';
import type { JsonObject, ServiceContract } from './contracts.ts';

const roles = ['PUBLIC', 'REGISTERED_USER', 'EXPLOIT', 'ADMIN', 'PROJECT_ADMIN', 'INSTANCE_ADMIN', 'NONE'];
const methods = ['get', 'put', 'post', 'delete', 'patch', 'head'];

/** @throws Error with one line for each rule that is broken */
export function checkRules(services: readonly ServiceContract[]): void {
  const faults = services.flatMap((service) => [...restFaults(service), ...messageFaults(service)]);
  if (faults.length > 0) throw new Error(`contracts that break a rule:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
}

function restFaults({ name, folder, openApi }: ServiceContract): string[] {
  if (openApi === undefined) return [];
  const paths = path.join(folder, 'paths');
  const files = [openApi, ...(existsSync(paths) ? readdirSync(paths).filter((file) => file.endsWith('.yaml')).map((file) => path.join(paths, file)) : [])];
  const seen = new Map<string, string>();
  return files.flatMap((file) => operationsIn(readYaml(file)).flatMap((operation) => {
    const id = operation['operationId'];
    const place = `contracts/${name}/${path.relative(folder, file)} ${String(id ?? operation['summary'] ?? '?')}`;
    const faults = [
      ...(typeof id === 'string' && /^[a-z][A-Za-z0-9]*$/.test(id) ? [] : [`${place}: operationId in camelCase is missing`]),
      ...(typeof id === 'string' && seen.has(id) ? [`${place}: operationId stands in ${seen.get(id)} too`] : []),
      ...(operation['summary'] ? [] : [`${place}: summary is missing`]),
      ...(isObject(operation['x-regards-access']) && roles.includes(String(operation['x-regards-access']['role']))
        ? [] : [`${place}: x-regards-access.role is missing; one of ${roles.join(', ')}`]),
    ];
    if (typeof id === 'string') seen.set(id, file);
    return faults;
  }));
}

/** Objects that look like operations, wherever a path file has them. */
function operationsIn(value: JsonObject): JsonObject[] {
  return Object.entries(value).flatMap(([name, inner]) => {
    if (!isObject(inner)) return [];
    return methods.includes(name) && 'responses' in inner ? [inner] : operationsIn(inner);
  });
}

function messageFaults({ name, asyncApi }: ServiceContract): string[] {
  if (asyncApi === undefined) return [];
  const operations = readYaml(asyncApi)['operations'];
  return Object.entries(isObject(operations) ? operations : {}).flatMap(([id, operation]) => {
    if (!isObject(operation) || operation['action'] !== 'receive') return [];
    const place = `contracts/${name}/asyncapi.yaml ${id}`;
    return [
      ...(typeof operation['x-regards-handler'] === 'string' ? [] : [`${place}: x-regards-handler is missing; it names the queue`]),
      ...(isObject(operation['x-regards-delivery']) ? [] : [`${place}: x-regards-delivery is missing; it says what becomes of failures`]),
    ];
  });
}
