/** Path templates: as Express reads them, in which order they are tried, and filled. */
import { describe, expect, test } from '@jest/globals';
import { expressPath, fillPath, inOrderOfPrecision, placeholders } from '../src/paths.ts';

test.each([
  ['/models', '/models'],
  ['/models/{modelName}', '/models/:modelName'],
  ['/{application}/{profile}/{label}', '/:application/:profile/:label'],
  ['/{application}-{profile}.json', '/:application-:profile.json'],
  ['/users/{user_email}/verify', '/users/:user_email/verify'],
  ['/.well-known/jwks.json', '/.well-known/jwks.json'],
  ['/a:b/(c)/d*', '/a\\:b/\\(c\\)/d\\*'],
])('%s is %s to Express', (template, expected) => {
  expect(expressPath(template)).toBe(expected);
});

test.each(['/a/{}', '/a/{b-c}', '/a/{1}', '/a/{b c}', '/a/{b.c}'])(
  '%s cannot be served, and says so at the start',
  (template) => {
    expect(() => expressPath(template)).toThrow('has a placeholder that cannot be served');
  },
);

test('fixed segments are tried before placeholders, wherever they stand', () => {
  const templates = [
    '/{a}',
    '/models/{name}',
    '/models/import',
    '/{a}/{b}',
    '/models/{name}/x',
    '/models',
    '/models/{name}/{x}',
    '/{a}/fixed',
    '/models/{n}.json',
    '/{z}/firm',
  ];
  const order = inOrderOfPrecision(templates.map((path) => ({ path }))).map(({ path }) => path);
  const before = (one: string, other: string): void => expect(order.indexOf(one)).toBeLessThan(order.indexOf(other));
  before('/models/import', '/models/{name}');
  before('/models/{n}.json', '/models/{name}');
  before('/models', '/{a}');
  before('/models/{name}', '/{a}/fixed');
  before('/{a}/fixed', '/{a}/{b}');
  before('/{z}/firm', '/{a}/{b}');
  before('/models/{name}/x', '/models/{name}/{x}');
});

test('the names of placeholders are told in order', () => {
  expect(placeholders('/{a}/x/{b}-{c}.json')).toEqual(['a', 'b', 'c']);
});

describe('a template', () => {
  const values: Record<string, unknown> = {
    name: 'a/b',
    id: 7,
    flag: false,
    dots: '..',
    none: undefined,
    list: ['x'],
    object: {},
  };
  const fill = (template: string): string | undefined => fillPath(template, (name) => values[name]);

  test.each([
    ['/models/{name}/{id}/{flag}', '/models/a%2Fb/7/false'],
    ['/models/{dots}', '/models/%2E%2E'],
    ['/models', '/models'],
    ['/{id}-{id}', '/7-7'],
  ])('%s is filled as %s', (template, filled) => {
    expect(fill(template)).toBe(filled);
  });

  test.each(['/models/{none}', '/models/{unknown}', '/models/{list}', '/models/{object}'])(
    '%s is not filled',
    (template) => {
      expect(fill(template)).toBeUndefined();
    },
  );
});
