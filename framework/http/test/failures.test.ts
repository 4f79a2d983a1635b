/** What becomes of errors that handlers throw, and of answers that break the contract. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { CallFailedError, refusal, RefusedError, silentLog, UnavailableError } from '@regards/core';
import type { HandlerResult } from '@regards/core';
import { startService } from './support/service.ts';
import type { TestService } from './support/service.ts';

let service: TestService;
let unchecked: TestService;
let answer: () => HandlerResult | Promise<HandlerResult>;
const failures: { correlationId?: string; err?: unknown }[] = [];
beforeAll(async () => {
  const handlers = Object.fromEntries(
    ['getModel', 'download', 'search', 'deleteModel', 'getKeys', 'writeNote', 'getModels', 'getAllModels'].map(
      (operation) => [operation, () => answer()],
    ),
  );
  const log = { ...silentLog, error: (fields: object) => void failures.push(fields) };
  service = await startService(handlers, { log });
  unchecked = await startService(handlers, { log, settings: { validateResponses: false } });
});
afterAll(async () => {
  await service.close();
  await unchecked.close();
});

const model = { name: 'abc', type: 'DATA' };
const answering = (given: HandlerResult, path = '/models/abc', role = 'ADMIN', options: RequestInit = {}) => {
  answer = () => given;
  return service.call(path, { role, ...options });
};

describe('an error that a handler throws', () => {
  const throwing = async (error: Error): Promise<[number, string[]]> => {
    failures.length = 0;
    answer = () => {
      throw error;
    };
    const got = await service.call('/models/abc');
    return [got.status, ((await got.json()) as { messages: string[] }).messages];
  };

  test.each([
    ['entity-not-found', 404],
    ['entity-invalid', 422],
    ['operation-forbidden', 403],
    ['entity-not-empty', 409],
    ['list-full', 409],
    ['precondition-failed', 412],
    ['too-many-requests', 429],
    ['unavailable', 503],
  ] as const)('%s becomes %i with its messages', async (code, status) => {
    expect(await throwing(new RefusedError(refusal(code, 'one', 'two')))).toEqual([status, ['one', 'two']]);
  });

  test.each([
    ['timeout', 504, 'rs-dam did not answer in time.'],
    ['no-instance', 503, 'rs-dam cannot be reached just now.'],
    ['unreachable', 503, 'rs-dam cannot be reached just now.'],
    ['undeclared-answer', 502, 'rs-dam gave an answer that its contract does not declare.'],
  ] as const)('of a called service, %s, becomes %i', async (reason, status, message) => {
    expect(
      await throwing(new CallFailedError('rs-dam', 'getModel', reason, 'http://10.0.0.1:9040 secret detail')),
    ).toEqual([status, [message]]);
  });

  test('of a database that is away is 503, without its address', async () => {
    const away = new UnavailableError('database', 'connect ECONNREFUSED 10.0.0.1:5432');
    expect(await throwing(away)).toEqual([503, ['The database cannot be reached just now.']]);
  });

  test('of any other kind is our failure: told by its id alone, and logged whole', async () => {
    const error = new TypeError('password s3cr3t at /srv/app/dao.ts');
    const [status, messages] = await throwing(error);
    expect(status).toBe(500);
    expect(messages).toEqual([
      `An unexpected error occurred, please consult the microservice log for more information. Correlation id: ${failures[0]?.correlationId}`,
    ]);
    expect(failures).toMatchObject([{ err: error, status: 500, route: '/models/{modelName}', method: 'GET' }]);
  });

  test.each([
    ['with the status of a client fault', Object.assign(new Error('secret detail'), { status: 404 })],
    ['with a code of the database', Object.assign(new Error('secret detail'), { code: '23505' })],
    ['that is an abort', new DOMException('secret detail', 'AbortError')],
  ])('%s does not tell its text', async (_what, error) => {
    const [status, messages] = await throwing(error);
    expect(status).toBe(500);
    expect(messages.join()).not.toContain('secret');
  });
});

describe('an answer that breaks the contract is our failure', () => {
  test.each([
    [
      'an undeclared status',
      '/models/abc',
      { status: 206, body: model },
      'getModel answered 206, which its contract does not declare.',
    ],
    ['a list that is none', '/models/all', { status: 200, body: model }, 'gave no list'],
    ['a page that is none', '/models', { status: 200, body: [] }, 'gave no page'],
    ['a text that is none', '/files/abc', { status: 200, body: { a: 1 } }, 'gave neither'],
    ['no body at all', '/files/abc', { status: 200 }, 'gave neither'],
  ])('%s', async (_what, path, given, why) => {
    failures.length = 0;
    expect((await answering(given, path)).status).toBe(500);
    expect((await unchecked.call(path, { role: 'ADMIN' })).status).toBe(500);
    expect(failures.map(({ err }) => String(err))).toEqual([
      expect.stringContaining(why),
      expect.stringContaining(why),
    ]);
  });

  test.each([
    ['a member is missing', '/models/abc', { status: 200, body: { name: 'abc' } }],
    ['a member is of another type', '/models/abc', { status: 200, body: { name: 'abc', type: 'NONSENSE' } }],
    [
      'an entry of a page is',
      '/models',
      { status: 200, body: { content: [{ name: 1 }], size: 1, number: 0, totalElements: 1 } },
    ],
    ['a plain body is', '/search', { status: 200, body: {} }],
    ['there is no body', '/search', { status: 200 }],
  ])('when answers are checked, and %s', async (_what, path, given) => {
    failures.length = 0;
    expect((await answering(given, path)).status).toBe(500);
    expect(failures).toHaveLength(1);
    expect((await unchecked.call(path, { role: 'ADMIN' })).status).toBe(200);
  });
});
