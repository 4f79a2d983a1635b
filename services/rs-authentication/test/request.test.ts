/** What a request for a token says, and whether its client may ask, as values. */
import { describe, expect, test } from '@jest/globals';
import { RefusedError } from '@regards/core';
import { provesClient } from '../src/tokens/client.ts';
import { tokenRequest } from '../src/tokens/request.ts';

const person = { username: 'ada@example.org', password: 'secret' };
const whole = { ...person, scope: 'demo' };

const refusalOf = (...said: Parameters<typeof tokenRequest>): string | undefined => {
  try {
    tokenRequest(...said);
    return undefined;
  } catch (error) {
    return error instanceof RefusedError ? error.refusal.code : undefined;
  }
};

describe('a request', () => {
  test.each([
    ['in the query', [whole, undefined, undefined]],
    ['in the body, its scope in the query', [{ scope: 'demo' }, undefined, person]],
    ['in the body, its scope in a header', [{}, 'demo', person]],
    ['in the body, its scope everywhere', [{ scope: 'demo' }, 'demo', whole]],
    ['in query and body, which wins', [{ ...whole, username: 'other', password: 'other' }, undefined, person]],
    ['in the query, the body empty of it', [whole, undefined, { username: null, password: null, scope: null }]],
  ] as const)('is read %s', (_where, [query, header, body]) => {
    expect(tokenRequest(query, header, body)).toEqual(whole);
  });

  test('without scope in query or header is refused, even with one in the body', () => {
    expect(refusalOf({}, undefined, whole)).toBe('unauthenticated');
    expect(refusalOf({ scope: '' }, '', whole)).toBe('unauthenticated');
  });

  test.each([
    ['query and body', { scope: 'demo' }, undefined, { ...person, scope: 'other' }],
    ['header and body', {}, 'demo', { ...person, scope: 'other' }],
    ['query and header', { ...whole }, 'other', undefined],
    ['body in another case', { scope: 'demo' }, undefined, { ...person, scope: 'Demo' }],
  ])('whose scopes differ in %s is refused', (_where, query, header, body) => {
    expect(refusalOf(query, header, body)).toBe('unauthenticated');
  });

  test.each(['username', 'password'])('without %s is refused', (missing) => {
    expect(refusalOf({ scope: 'demo' }, undefined, { ...person, [missing]: undefined })).toBe('entity-invalid');
    expect(refusalOf({ scope: 'demo' }, undefined, { ...person, [missing]: '' })).toBe('entity-invalid');
  });
});

describe('an OAuth client', () => {
  const client = { user: 'client', secret: 's:e:cret' };
  const basic = (text: string): string => `Basic ${Buffer.from(text).toString('base64')}`;

  test('proves itself by its name and secret', () => {
    expect(provesClient(basic('client:s:e:cret'), client)).toBe(true);
    expect(provesClient(basic('client:s:e:cret').replace('Basic', 'basic'), client)).toBe(true);
  });

  test.each([
    ['nothing', undefined],
    ['an empty header', ''],
    ['no credentials', 'Basic '],
    ['credentials that are no base64', 'Basic !!!'],
    ['a wrong secret', basic('client:wrong')],
    ['a wrong name', basic('nobody:s:e:cret')],
    ['nothing on either side', basic(':')],
    ['a part of the secret', basic('client:s')],
    ['a token', 'Bearer abc'],
  ])('does not by %s', (_what, header) => {
    expect(provesClient(header, client)).toBe(false);
  });
});
