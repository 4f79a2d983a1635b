/** Pages on the wire: their numbers and their links (platform conventions §3.2). */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startService } from './support/service.ts';
import type { TestService } from './support/service.ts';

interface Link {
  rel: string;
  href: string;
}

let service: TestService;
let total = 0;
beforeAll(async () => {
  service = await startService({
    getModels: (_call, { page = '0', size = '20' }) => ({
      status: 200,
      body: {
        content: total > 0 ? [{ name: 'abc', type: 'DATA' }] : [],
        size: Number(size),
        number: Number(page),
        totalElements: total,
        more: { info: { nbErrors: 3, none: null } },
      },
    }),
  });
});
afterAll(() => service.close());

const linksOf = async (path: string, role: string): Promise<[string, string][]> => {
  const { links } = (await (await service.call(path, { role })).json()) as { links: Link[] };
  return links.map(({ rel, href }) => [rel, href.replace(service.url, '')]);
};

describe('a page', () => {
  const pageOf = async (path: string): Promise<{ keys: string[]; body: Record<string, unknown> }> => {
    const body = (await (await service.call(path, { role: 'EXPLOIT' })).json()) as Record<string, unknown>;
    return { keys: Object.keys(body), body };
  };

  test('has metadata, content and links in this order, and what more there is behind them', async () => {
    total = 41;
    const { keys, body } = await pageOf('/models');
    expect(keys).toEqual(['metadata', 'content', 'links', 'info']);
    expect(body['metadata']).toEqual({ size: 20, totalElements: 41, totalPages: 3, number: 0 });
    expect(body['content']).toEqual([{ content: { name: 'abc', type: 'DATA' }, links: expect.any(Array) }]);
    expect(body['info']).toEqual({ nbErrors: 3 });
  });

  test('that is empty has no content and one link', async () => {
    total = 0;
    const { body } = await pageOf('/models');
    expect(body).toMatchObject({ metadata: { size: 20, totalElements: 0, totalPages: 0, number: 0 }, content: [] });
    expect(await linksOf('/models', 'EXPLOIT')).toEqual([['self', '/models?page=0&size=20']]);
  });

  test.each([
    [1, '', [['self', 0]]],
    [20, '', [['self', 0]]],
    [
      21,
      '',
      [
        ['first', 0],
        ['self', 0],
        ['next', 1],
        ['last', 1],
      ],
    ],
    [
      41,
      'page=1',
      [
        ['first', 0],
        ['prev', 0],
        ['self', 1],
        ['next', 2],
        ['last', 2],
      ],
    ],
    [
      41,
      'page=2',
      [
        ['first', 0],
        ['prev', 1],
        ['self', 2],
        ['last', 2],
      ],
    ],
    [
      41,
      'page=9',
      [
        ['first', 0],
        ['prev', 8],
        ['self', 9],
        ['last', 2],
      ],
    ],
  ] as const)('of %i elements at ?%s has the links %j', async (elements, query, links) => {
    total = elements;
    const expected = links.map(([rel, number]) => [rel, `/models?page=${number}&size=20`]);
    expect(await linksOf(`/models?${query}`, 'EXPLOIT')).toEqual(expected);
  });

  test.each([
    ['sort=name', 'page=0&size=20&sort=name,asc'],
    ['sort=name,DESC&size=5', 'page=0&size=5&sort=name,desc'],
    ['sort=name&sort=id,desc', 'page=0&size=20&sort=name,asc&sort=id,desc'],
    ['sort=a,b,desc', 'page=0&size=20&sort=a,desc&sort=b,desc'],
    ['type=DATA&other=x%20y&sort=', 'type=DATA&other=x+y&page=0&size=20'],
    ['token=abc.def&scope=demo', 'scope=demo&page=0&size=20'],
    ['sort=%22%3E%3Cscript%3E', 'page=0&size=20&sort=%22%3E%3Cscript%3E,asc'],
  ])('asked for by ?%s links to ?%s', async (asked, linked) => {
    total = 1;
    expect(await linksOf(`/models?${asked}`, 'EXPLOIT')).toEqual([['self', `/models?${linked}`]]);
  });
});
