/** What of changed messages breaks those who send and hear the old ones. */
import { milliseconds, usualRetry } from '../durations.ts';
import type { JsonObject } from '../json.ts';
import { listOf, objectOf, objectsOf, textOf } from '../json.ts';
import { beyond } from './subset.ts';

/**
 * Messages of a service with nothing left to look up: `operations` by name, each with `action`, `exchange`,
 * `virtualHost`, `routingKey`, `type`, `converter`, `handler`, `delivery`, `payload`, `headers`; `schemas` by the names
 * that references end with.
 */
export interface MessageDocument {
  readonly operations: JsonObject;
  readonly schemas: JsonObject;
}

/** Members that must stay as they are, with what follows when they do not. */
const fixed: Readonly<Record<string, string>> = {
  action: 'is sent by another side',
  exchange: 'goes over another exchange',
  virtualHost: 'goes over another virtual host',
  routingKey: 'has another routing key',
  type: 'has another type in its headers',
  converter: 'names another converter',
  handler: 'is read from another queue: what rests in the old one is lost',
};

/** Sentences, each naming the operation; none when old senders and hearers keep working. */
export const messageBreaks = (before: MessageDocument, after: MessageDocument): string[] =>
  objectsOf(before.operations).flatMap(([name, old]) => {
    const now = after.operations[name];
    return now === undefined
      ? [`${name}: is gone`]
      : operationBreaks(before, after, old, objectOf(now)).map((fault) => `${name}: ${fault}`);
  });

function operationBreaks(before: MessageDocument, after: MessageDocument, old: JsonObject, now: JsonObject): string[] {
  const isHeard = old['action'] === 'receive';
  const inside = ({ schemas }: MessageDocument, part: 'payload' | 'headers', operation: JsonObject) => ({
    schema: operation[part],
    resolve: (reference: string) => schemas[reference.split('/').at(-1) ?? ''],
  });
  const contentBreaks = (part: 'payload' | 'headers'): string[] => {
    const [was, is] = [inside(before, part, old), inside(after, part, now)];
    return isHeard ? beyond(was, is, 'from', part) : beyond(is, was, 'to', part);
  };
  const [answered, answers] = [old, now].map((one) => textOf(objectOf(one['delivery'])['invalid']) === 'answer');
  const [target, other] = [old, now].map((one) => textOf(objectOf(one['delivery'])['target']) || 'one');
  return [
    ...Object.entries(fixed).flatMap(([member, follows]) =>
      JSON.stringify(old[member] ?? null) === JSON.stringify(now[member] ?? null) ? [] : [follows],
    ),
    ...contentBreaks('payload'),
    ...contentBreaks('headers'),
    ...(answered === true && answers !== true ? ['is answered no more when it breaks its contract'] : []),
    ...(isHeard && patience(now) < patience(old) ? ['is given up sooner when it fails'] : []),
    ...(target === other ? [] : [`reaches ${other === 'all' ? 'all instances' : 'one instance'} instead`]),
  ];
}

/** Milliseconds until a message that fails again and again is given up. */
function patience({ delivery }: JsonObject): number {
  const { retry } = objectOf(delivery);
  const ladder = retry === undefined ? usualRetry : listOf(retry);
  return ladder.reduce<number>((sum, time) => sum + (milliseconds(time) ?? 0), 0);
}
