/** Messages that break their contract: answered where someone can be answered, refused where not. */
import { expect, test } from '@jest/globals';
import type { InvalidDelivery, UnitOfWork } from '@regards/core';
import { requestSubscriptions } from '../../src/requests/amqp.ts';
import type { Denial } from '../../src/requests/service/index.ts';

const unit: UnitOfWork = { tenant: 'demo', sql: { query: async () => [] }, publish: () => {} };

async function outcome(
  message: Partial<Pick<InvalidDelivery, 'headers' | 'body' | 'faults'>>,
): Promise<{ denied: readonly Denial[]; refused: string[] }> {
  const refused: string[] = [];
  let denied: readonly Denial[] = [];
  const subscriptions = requestSubscriptions({
    register: async () => {},
    deny: (_unit, _kind, all) => void (denied = all),
  });
  const delivery = {
    headers: {},
    body: undefined,
    faults: ['a fault'],
    ...message,
    refuse: (reason: string) => void refused.push(reason),
  };
  await subscriptions.featureUpdateRequestInvalid({ tenant: 'demo', deliveries: [delivery] }, unit);
  return { denied, refused };
}

const headers = {
  'regards.request.id': 'r',
  'regards.request.owner': 'ops',
  'regards.request.date': '2020-01-01T00:00:00Z',
};

test('what cannot be read at all is denied by its headers', async () => {
  expect(await outcome({ headers })).toEqual({
    denied: [{ requestId: 'r', owner: 'ops', id: undefined, urn: undefined, errors: ['a fault'] }],
    refused: [],
  });
});

test("headers that are missing, empty or no text are told in REGARDS's words", async () => {
  const { denied } = await outcome({
    headers: { 'regards.request.id': 'r', 'regards.request.owner': '', 'regards.request.date': 7 },
    faults: ['[required] must be present at regards.request.owner: rejected value [null].', 'another fault'],
  });
  expect(denied[0]?.errors).toEqual(['Missing request owner header', 'Missing request date header', 'another fault']);
});

test('without an identifier of the request that of the product does', async () => {
  const { denied, refused } = await outcome({ body: { feature: { id: 'P', urn: 'u' } } });
  expect([denied[0]?.id, denied[0]?.urn, refused]).toEqual(['P', 'u', []]);
});

test.each([undefined, null, 42, [], { feature: { id: 7 } }])(
  'without any identifier it rests in the dead-letter queue: %j',
  async (body) => {
    const { denied, refused } = await outcome({ body });
    expect([denied, refused]).toEqual([[], [expect.stringContaining('Missing request id header')]]);
  },
);
