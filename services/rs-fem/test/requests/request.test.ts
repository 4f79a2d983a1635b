/** Answers, and the order in which requests are done. */
import { expect, test } from '@jest/globals';
import { answer, asUpdate, inOrder } from '../../src/requests/domain/request.ts';
import type { CreationRequest, DeletionRequest } from '../../src/requests/domain/request.ts';

const deletion = (requestId: string, priority: number, date: string): DeletionRequest => ({
  kind: 'DELETION',
  requestId,
  owner: 'ops',
  urn: 'u',
  priority,
  date: new Date(date),
  content: {},
});

test('HIGH goes before LOW, then what is older, then what came first', () => {
  const requests = [
    deletion('low', 0, '2020-01-01'),
    deletion('normal, late', 1, '2020-01-03'),
    deletion('normal, first', 1, '2020-01-02'),
    deletion('normal, second', 1, '2020-01-02'),
    deletion('high', 2, '2020-01-09'),
  ];
  expect(inOrder(requests).map(({ requestId }) => requestId)).toEqual([
    'high',
    'normal, first',
    'normal, second',
    'normal, late',
    'low',
  ]);
});

test('an answer leaves out what is not known', () => {
  expect(answer('CREATION', 'GRANTED', { requestId: 'r', owner: undefined })).toEqual({
    type: 'CREATION',
    requestId: 'r',
    state: 'GRANTED',
  });
});

test('an answer to a hostile message is short and can be kept', () => {
  const told = answer('CREATION', 'DENIED', {
    requestId: 'a\0b',
    id: 'x'.repeat(1e6),
    errors: Array.from({ length: 1000 }, () => 'y'.repeat(1e5)),
  });
  expect(told.requestId).toBe('a\uFFFDb');
  expect(JSON.stringify(told).length).toBeLessThan(25_000);
});

test('a failed creation of what is there is kept as a change of it, one without a URN as it is', () => {
  const creation: CreationRequest = {
    kind: 'CREATION',
    requestId: 'r',
    owner: 'ops',
    priority: 1,
    date: new Date(0),
    providerId: 'P',
    source: 's',
    session: 's',
    content: { feature: { type: 'Feature', entityType: 'DATA', model: 'M' }, override: false, updateIfExists: true },
  };
  expect(asUpdate(creation)).toBe(creation);
  expect(asUpdate({ ...creation, urn: 'u' })).toMatchObject({
    kind: 'UPDATE',
    urn: 'u',
    content: { model: 'M', fileMode: 'APPEND', isCreation: true },
  });
});
