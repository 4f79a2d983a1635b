/** Names of products. */
import { describe, expect, test } from '@jest/globals';
import { formatUrn, nameBasedUuid, parseUrn } from '../src/index.ts';

const uuid = '87fdda0e-27d1-494f-a1c0-c57f2f0810f7';

describe('a URN', () => {
  test.each([
    `URN:FEATURE:DATA:project1:${uuid}:V1`,
    `URN:AIP:DATASET:project1:${uuid}:V999`,
    `URN:AIP:DATA:project1:${uuid}:LAST`,
    `URN:SIP:COLLECTION:project1:${uuid}:V1,3`,
    `URN:AIP:DATA:project1:${uuid}:V2,1:REVfree text: with colons`,
  ])('%s is read and written as it was', (text) => {
    const urn = parseUrn(text);
    expect(urn && formatUrn(urn)).toBe(text);
  });

  test('has its parts', () => {
    expect(parseUrn(`URN:FEATURE:DATA:project1:${uuid}:V12`)).toEqual({
      identifier: 'FEATURE',
      entityType: 'DATA',
      tenant: 'project1',
      uuid,
      version: 12,
    });
  });

  test.each([
    '',
    'not-a-urn',
    'URN:FEATURE:DATA:x',
    `URN:FEATURE:DATA:t:${uuid}:V0x`,
    `URN:FEATURE:DATA:t:${uuid}:V1000`,
    `URN:FEATURE::t:${uuid}:V1`,
    ` URN:FEATURE:DATA:t:${uuid}:V1`,
    `URN:FEATURE:DATA:t:${uuid}:V1\n`,
    `URN:FEATURE:DATA:t:${uuid}:v1`,
  ])('%j is none', (text) => {
    expect(parseUrn(text)).toBeUndefined();
  });
});

describe('the UUID of a name', () => {
  test.each([
    // java.util.UUID.nameUUIDFromBytes of the same bytes
    ['', 'd41d8cd9-8f00-3204-a980-0998ecf8427e'],
    ['MyId', undefined],
  ])('of %j is of version 3 and variant 2', (name, expected) => {
    const made = nameBasedUuid(name);
    expect(made).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-3[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    if (expected !== undefined) expect(made).toBe(expected);
  });

  test('is the same each time, and another for another name', () => {
    expect(nameBasedUuid('é')).toBe(nameBasedUuid('é'));
    expect(nameBasedUuid('a')).not.toBe(nameBasedUuid('b'));
  });
});
