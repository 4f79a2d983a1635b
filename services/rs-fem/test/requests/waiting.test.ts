/** Requests that are due and cannot be done. */
import { beforeEach, expect, test } from '@jest/globals';
import { CallFailedError, UnavailableError } from '@regards/core';
import type { UnitOfWork } from '@regards/core';
import { featureRequest } from '@regards/generated/rs-fem/messages';
import type { FeatureRequestEvent } from '@regards/generated/rs-fem/types';
import { productService } from '../../src/features/service/index.ts';
import type { DeletionRequest } from '../../src/requests/domain/request.ts';
import type { RequestPorts, RequestStore } from '../../src/requests/ports.ts';
import type { RequestJob } from '../../src/requests/service/waiting.ts';
import { doDue } from '../../src/requests/service/waiting.ts';

const request: DeletionRequest = {
  kind: 'DELETION',
  requestId: 'r',
  owner: 'ops',
  urn: 'u',
  priority: 1,
  date: new Date(0),
  content: {},
};
let failure: Error;
let marked: { id: number; errors: readonly string[] }[];
let answers: FeatureRequestEvent[];
let ports: RequestPorts;
let job: RequestJob;
let looked: Date[];

const next = new Date(7);

const unexpected = (): never => {
  throw new Error('not expected here');
};

beforeEach(() => {
  [marked, answers, looked] = [[], [], []];
  const unit: UnitOfWork = {
    tenant: 'demo',
    sql: { query: unexpected },
    publish: (_publication, messages) =>
      void answers.push(...messages.map(({ payload }) => payload as FeatureRequestEvent)),
  };
  const database: RequestPorts['database'] = { read: unexpected, transaction: unexpected, alone: unexpected };
  job = { due: undefined, signal: new AbortController().signal, transaction: (work) => work(unit) };
  const store: RequestStore = {
    claim: unexpected,
    release: unexpected,
    forgetClaims: unexpected,
    keepWaiting: unexpected,
    keepFailed: unexpected,
    blockedProviderIds: unexpected,
    blockedUrns: unexpected,
    pendingUrns: unexpected,
    delete: unexpected,
    page: unexpected,
    retry: unexpected,
    giveUp: unexpected,
    takeDue: async (kind) => (kind === 'DELETION' && marked.length === 0 ? [{ id: 7, request }] : []),
    nextDue: async () => next,
    markFailed: async (requests) => void marked.push(...requests),
  };
  ports = {
    database,
    store: () => store,
    featureRequest,
    products: productService({
      store: unexpected,
      database,
      publications: { featuresChanged: featureRequest as never, feature: featureRequest as never },
    }),
    models: { find: async () => Promise.reject(failure) },
    clock: { now: () => new Date(0) },
    newId: unexpected,
    lookAt: async (_unit, due) => void looked.push(due),
    contextOf: (tenant) => ({ tenant, correlationId: 'test' }),
    limits: { atOnce: 10, patchDelayMs: 0, idRetentionMs: 0 },
  };
});

test('fail, each with the reason, when doing them throws', async () => {
  failure = new Error('a fault of ours');
  await doDue(ports, job);
  expect(marked).toEqual([{ id: 7, errors: [expect.stringContaining('a fault of ours')] }]);
  expect(answers).toEqual([
    { type: 'DELETION', requestId: 'r', requestOwner: 'ops', urn: 'u', state: 'ERROR', errors: marked[0]?.errors },
  ]);
  expect(looked).toEqual([next]);
});

test.each([
  new UnavailableError('database', 'away'),
  new CallFailedError('rs-dam', 'getModels', 'unreachable', 'away'),
])('wait on while something is away: %s', async (away) => {
  failure = away;
  await expect(doDue(ports, job)).rejects.toBe(away);
  expect([marked, answers]).toEqual([[], []]);
});

test('are left alone when the service is told to stop', async () => {
  await doDue(ports, { ...job, signal: AbortSignal.abort() });
  expect([marked, looked]).toEqual([[], []]);
});
