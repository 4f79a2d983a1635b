/** Changes that break clients are all found, and no other. */
import { describe, expect, test } from '@jest/globals';
import { messageBreaks } from '../src/breaking/messages.ts';
import { restBreaks } from '../src/breaking/rest.ts';
import { announces, verdicts } from '../src/breaking/verdict.ts';
import { messageBenign, messageBreaking, restBenign, restBreaking } from './support/seeded-changes.ts';
import { edited, messageDocument, restDocument } from './support/seeded-documents.ts';

describe('a REST contract breaks its clients when', () => {
  test.each(restBreaking)('%s', (_what, ...edits) => {
    expect(restBreaks(restDocument, edited(restDocument, edits))).not.toEqual([]);
  });
});

describe('a REST contract breaks nobody when', () => {
  test.each(restBenign)('%s', (_what, ...edits) => {
    expect(restBreaks(restDocument, edited(restDocument, edits))).toEqual([]);
  });
});

describe('messages break those at their other end when', () => {
  test.each(messageBreaking)('%s', (_what, ...edits) => {
    expect(messageBreaks(messageDocument, edited(messageDocument, edits))).not.toEqual([]);
  });
});

describe('messages break nobody when', () => {
  test.each(messageBenign)('%s', (_what, ...edits) => {
    expect(messageBreaks(messageDocument, edited(messageDocument, edits))).toEqual([]);
  });
});

test('there are fifty changes of either kind at least', () => {
  expect([restBreaking, messageBreaking, restBenign, messageBenign].map((all) => all.length)).toEqual([
    expect.any(Number),
    expect.any(Number),
    expect.any(Number),
    expect.any(Number),
  ]);
  expect(restBreaking.length).toBeGreaterThanOrEqual(30);
  expect(messageBreaking.length).toBeGreaterThanOrEqual(20);
  expect(restBenign.length + messageBenign.length).toBeGreaterThanOrEqual(50);
});

test('every fault names its operation and its place', () => {
  const after = edited(restDocument, [['/components/schemas/Thing/properties/label', undefined]]);
  expect(restBreaks(restDocument, after)).toContain('POST /things: answer 201.label is gone');
  const heard = edited(messageDocument, [['/schemas/ThingRequest/properties/urgency', undefined]]);
  expect(messageBreaks(messageDocument, heard)).toEqual(['thingRequest: payload.urgency is gone, or not allowed']);
});

describe('what breaks may be released', () => {
  const released = { service: 'rs-seeded', version: '1.0.0', rest: restDocument, messages: messageDocument };
  const gone = edited(restDocument, [['/paths/~1things', undefined]]);

  test.each([
    ['1.0.0', '1.1.0', false],
    ['1.0.0', '2.0.0', true],
    ['0.1.0', '0.1.9', false],
    ['0.1.0', '0.2.0', true],
    ['0.9.0', '1.0.0', true],
    ['2.0.0', '1.9.0', false],
  ])('from %s as %s: %p', (old, now, isAnnounced) => {
    expect(announces(old, now)).toBe(isAnnounced);
    const present = new Map([['rs-seeded', { ...released, version: now, rest: gone }]]);
    const [verdict] = verdicts([{ ...released, version: old }], present);
    expect(verdict).toMatchObject({ service: 'rs-seeded', isAnnounced, breaks: [expect.any(String), expect.any(String)] });
  });

  test('never when the service is gone', () => {
    expect(verdicts([released], new Map())).toEqual([
      { service: 'rs-seeded', breaks: ['the service is gone'], isAnnounced: false },
    ]);
  });
});
