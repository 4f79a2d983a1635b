/** Messages on their way up the ladder, to rest, and back. */
import { expect, test } from '@jest/globals';
import type { ConsumeMessage } from 'amqplib';
import { deadLetter, isForeign, replayed, retried } from '../src/dead-letters.ts';
import { received } from '../src/received.ts';
import { publication } from './support/numbers.ts';

const place = {
  queue: 'regards.broadcast.rs-test.Handler',
  handler: 'Handler',
  resting: 'regards.broadcast.rs-test.Handler.DLQ',
  retryMs: [100, 200],
};

const message = (headers: object, properties: object = {}, fields: object = {}): ConsumeMessage => ({
  content: Buffer.from('{"number":1}'),
  fields: {
    deliveryTag: 1,
    redelivered: false,
    exchange: 'test.numbers',
    routingKey: 'key',
    consumerTag: 'tag',
    ...fields,
  },
  properties: {
    contentType: 'application/json',
    contentEncoding: 'UTF-8',
    deliveryMode: 2,
    priority: 1,
    correlationId: undefined,
    replyTo: undefined,
    expiration: undefined,
    messageId: undefined,
    timestamp: 1,
    type: undefined,
    userId: undefined,
    appId: 'REGARDS',
    clusterId: undefined,
    ...properties,
    headers: { 'regards.tenant': 'demo', ...headers },
  },
});
const one = (headers: object = {}, properties: object = {}, fields: object = {}) =>
  received(message(headers, properties, fields), publication);

test('each failure takes a message one rung up, and the last one to rest', () => {
  const rungs = [undefined, 1, 2].map((tries) =>
    retried(one(tries === undefined ? {} : { 'x-retries': tries }), place, new Error('no')),
  );
  expect(
    rungs.map(({ exchange, routingKey, properties }) => [exchange, routingKey, properties.headers['x-retries']]),
  ).toEqual([
    ['', `${place.queue}.retry.100`, 1],
    ['', `${place.queue}.retry.200`, 2],
    ['regards.DLX', place.resting, 2],
  ]);
});

test.each(['many', -3, 1.5, {}])('a retry counter that is none (%p) counts as no retry', (tries) => {
  expect(retried(one({ 'x-retries': tries }), place, new Error('no')).routingKey).toBe(`${place.queue}.retry.100`);
});

test('a dead letter says what happened and where it was published first', () => {
  const { properties, content } = deadLetter(one({ own: 'kept' }), place, 'broken', new Error('broken'));
  expect(content.toString()).toBe('{"number":1}');
  expect(properties.headers).toMatchObject({
    'regards.tenant': 'demo',
    own: 'kept',
    'x-death-queue': place.queue,
    'x-exception-message': 'broken',
    'x-retries': 0,
    'x-original-exchange': 'test.numbers',
    'x-original-routingKey': 'key',
  });
  expect(properties.headers['x-exception-stacktrace']).toContain('dead-letters.test.ts');
});

test('where it was published first is remembered over all retries', () => {
  const [again] = [retried(one(), place, 'no')];
  const second = deadLetter(one(again.properties.headers, {}, { exchange: '', routingKey: place.queue }), place, 'no');
  expect(second.properties.headers).toMatchObject({
    'x-original-exchange': 'test.numbers',
    'x-original-routingKey': 'key',
  });
});

test('nothing is carried on that would lose, multiply or stop a message', () => {
  const { properties } = retried(
    one(
      {
        'x-death': [{ queue: place.queue }],
        'x-first-death-queue': place.queue,
        'x-delivery-count': 3,
        CC: ['elsewhere'],
        BCC: ['elsewhere'],
      },
      { expiration: '10', userId: 'guest', messageId: 'id', correlationId: 'c' },
    ),
    place,
    'no',
  );
  expect(properties).toEqual({
    contentType: 'application/json',
    contentEncoding: 'UTF-8',
    priority: 1,
    timestamp: 1,
    appId: 'REGARDS',
    messageId: 'id',
    correlationId: 'c',
    headers: {
      'regards.tenant': 'demo',
      'x-retries': 1,
      'x-original-exchange': 'test.numbers',
      'x-original-routingKey': 'key',
    },
  });
});

test('a replayed letter begins anew and is known to be one', () => {
  const { headers } = replayed(
    message({ 'x-retries': 4, 'x-exception-message': 'no', 'x-exception-stacktrace': 'at' }),
    place.queue,
  ).properties;
  expect(headers).toEqual({ 'regards.tenant': 'demo', 'x-death-queue': place.queue });
});

test('a dead letter of another handler is foreign', () => {
  expect(isForeign(one({ 'x-death-queue': 'regards.broadcast.rs-other.Other' }), 'Handler')).toBe(true);
  expect(isForeign(one({ 'x-death-queue': place.queue }), 'Handler')).toBe(false);
  expect(isForeign(one(), 'Handler')).toBe(false);
});

test('the same message has the same key, and another has another', () => {
  const ids = { 'regards.request.id': 'r' };
  expect(one(ids).key).toBe(one(ids, {}, { redelivered: true }).key);
  expect(one(ids).key).not.toBe(one({ 'regards.request.id': 's' }).key);
  // Ids of foreign clients need not be unique.
  expect(
    received({ ...message(ids, { messageId: '1' }), content: Buffer.from('{"number":2}') }, publication).key,
  ).not.toBe(one(ids, { messageId: '1' }).key);
});

test.each([
  ['redelivered', one({}, {}, { redelivered: true }), true],
  ['delivered by a quorum queue again', one({ 'x-delivery-count': 1 }), true],
  ['retried', one({ 'x-retries': 1 }), true],
  ['put back', one({ 'x-death-queue': place.queue }), true],
  ['published from an outbox', one({}, { messageId: 'outbox:1:2' }), true],
  ['new', one(), false],
])('whether a message that is %s is looked up in the inbox', (_, { mayBeKnown }, isExpected) => {
  expect(mayBeKnown).toBe(isExpected);
});
