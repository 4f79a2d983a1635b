/** rs-fem on a platform of its own, as two instances, with a model that a stand-in for rs-dam tells. */
import type { CallContext, OperationAnswer, Publication, Route, Transport } from '@regards/core';
import type {
  FeatureChange,
  FeaturesChangedEvent,
  FeatureCreation,
  FeatureEntityDto,
  FeatureRequestDto,
  FeatureRequestEvent,
  FeatureRequestHeaders,
} from '@regards/generated/rs-fem/types';
import {
  featuresChanged,
  featureCreationRequest,
  featureRequest,
  feature as featureGone,
} from '@regards/generated/rs-fem/messages';
import type { TestEnvironment } from '@regards/settings';
import { createTestPlatform, request, until } from '@regards/testing';
import type { Heard, TestAnswer, TestPlatform, TestRequest } from '@regards/testing';
import { rsFem } from '../src/index.ts';

/** rs-dam for a test: what it has of models. */
export const modelsOf = (models: ReadonlySet<string>): Transport => standIn(models);

export const tenant = 'demo';
export const geoJson = { 'content-type': 'application/geo+json' };

export interface Fem {
  readonly platform: TestPlatform;
  readonly urls: readonly string[];
  /** Models that rs-dam has, by name; each has the attributes of `IMG`. */
  readonly models: Set<string>;
  readonly changes: readonly Heard[];
  readonly deletions: readonly Heard[];
  readonly all: readonly Heard[];
  call(
    method: string,
    path: string,
    asked?: TestRequest & { role?: string; tenant?: string; instance?: number },
  ): Promise<TestAnswer>;
  /** Publishes messages as they are, whatever their contract says, in this order. */
  send<Payload, Headers>(
    publication: Publication<Payload, Headers>,
    messages: readonly { payload: unknown; headers?: Record<string, unknown> }[],
  ): Promise<void>;
  /** Publishes one request and gives its identifier; `more` are headers. */
  ask<Payload, Headers>(
    publication: Publication<Payload, Headers>,
    payload: unknown,
    more?: Record<string, unknown>,
  ): Promise<string>;
  /** Requests that wait or have failed. */
  listed(kind: string): Promise<FeatureRequestDto[]>;
  /** All answers to a request, once there are `count`. */
  answers(requestId: string, count?: number): Promise<FeatureRequestEvent[]>;
  /** What follows GRANTED, or DENIED. */
  final(requestId: string): Promise<FeatureRequestEvent>;
  /** The product as the second instance has it. */
  entity(urn: string): Promise<FeatureEntityDto | undefined>;
  /** How many products meet the filters. */
  count(search: object): Promise<number>;
  /** What was told of a product until now. */
  changesOf(urn: string): FeatureChange[];
  /** Makes a product by AMQP and gives its URN. */
  create(changes?: Record<string, unknown>, metadata?: Record<string, unknown>): Promise<{ id: string; urn: string }>;
  close(): Promise<void>;
}

/** Two instances unless said otherwise, just one for 1, on the servers of REGARDS_TEST_* unless others are given. */
export async function startFem(
  settings: Record<string, string> = {},
  instances = 2,
  environment?: TestEnvironment,
): Promise<Fem> {
  const platform = await createTestPlatform({ tenants: [tenant, 'other'], ...(environment ? { environment } : {}) });
  const models = new Set(['IMG']);
  const [answers, changes, deletions] = [
    await platform.listen(featureRequest),
    await platform.listen(featuresChanged),
    await platform.listen(featureGone),
  ];
  const options = { transport: standIn(models), settings };
  const urls: string[] = [];
  for (let started = 0; started < instances; started++)
    urls.push((await platform.start(rsFem, options, instances === 1 ? 1 : undefined)).url);

  const fem: Fem = {
    platform,
    urls,
    models,
    changes,
    deletions,
    all: answers,
    async call(method, path, { role = 'EXPLOIT', tenant: project = tenant, instance = 0, ...asked } = {}) {
      return request(method, `${urls[instance]}${path}`, {
        token: await platform.userToken({ tenant: project, role }),
        ...asked,
      });
    },
    async send(publication, messages) {
      const unchecked: Publication = { ...publication, payload: asIs, headers: asIs };
      await platform.broker.publish(tenant, unchecked, messages);
    },
    async ask(publication, payload, more = {}) {
      const headers = headersOf(more);
      await fem.send(publication, [{ payload, headers }]);
      return headers['regards.request.id'];
    },
    async listed(kind) {
      const { body } = await fem.call('POST', `/requests/search/${kind}?size=2000`, { body: {} });
      return (body as { content: { content: FeatureRequestDto }[] }).content.map(({ content }) => content);
    },
    answers: (requestId, count = 2) =>
      until(
        () => {
          const found = answers
            .map(({ payload }) => payload as FeatureRequestEvent)
            .filter((one) => one.requestId === requestId);
          return found.length >= count && found;
        },
        { what: `${count} answers to ${requestId}` },
      ),
    final: (requestId) =>
      until(
        () =>
          answers
            .map(({ payload }) => payload as FeatureRequestEvent)
            .find((one) => one.requestId === requestId && one.state !== 'GRANTED'),
        { what: `an end of ${requestId}` },
      ),
    async entity(urn) {
      const answer = await fem.call('GET', `/admin/features/${urn}`, { instance: urls.length - 1 });
      return answer.status === 200 ? (answer.body as FeatureEntityDto) : undefined;
    },
    async count(search) {
      const { body } = await fem.call('POST', '/admin/features?size=1', { body: search });
      return (body as { metadata: { totalElements: number } }).metadata.totalElements;
    },
    changesOf: (urn) =>
      changes
        .flatMap(({ payload }) => (payload as FeaturesChangedEvent).changes)
        .filter(({ product }) => product.urn === urn),
    async create(changes_ = {}, metadata = {}) {
      const headers = headersOf();
      const body = creation(changes_, metadata);
      await fem.send(featureCreationRequest, [{ payload: body, headers }]);
      const answer = (await fem.answers(headers['regards.request.id'])).at(-1);
      if (answer?.state !== 'SUCCESS' || answer.urn === undefined)
        throw new Error(`not created: ${JSON.stringify(answer)}`);
      return { id: body.feature.id, urn: answer.urn };
    },
    close: () => platform.close(),
  };
  return fem;
}

const asIs = (value: unknown) => ({ valid: true, value }) as const;

/** Headers of a request that nobody made before. */
export const headersOf = (more: Record<string, unknown> = {}): FeatureRequestHeaders & Record<string, unknown> => ({
  'regards.request.id': crypto.randomUUID(),
  'regards.request.owner': 'ops',
  'regards.request.date': new Date().toISOString(),
  ...more,
});

/** The URN of a product that nobody has. */
export const nowhere = (): string => `URN:FEATURE:DATA:${tenant}:${crypto.randomUUID()}:V1`;

/** A feature that is right in every respect. */
export const featureOf = (changes: Record<string, unknown> = {}): FeatureCreation & Record<string, unknown> => ({
  type: 'Feature',
  id: `P-${crypto.randomUUID()}`,
  entityType: 'DATA',
  model: 'IMG',
  geometry: { type: 'Point', coordinates: [10, 20] },
  properties: { kind: 'A', qa: { valid: true } },
  ...changes,
});

export const creation = (changes: Record<string, unknown> = {}, metadata: Record<string, unknown> = {}) => ({
  metadata: { sessionOwner: 'ops', session: 'day-1', storages: [], priority: 'NORMAL', ...metadata },
  feature: featureOf(changes),
});

export const patch = (urn: string, properties: Record<string, unknown>, changes: Record<string, unknown> = {}) => ({
  metadata: { storages: [], priority: 'NORMAL' },
  feature: { type: 'Feature', urn, entityType: 'DATA', model: 'IMG', properties, ...changes },
});

export const collection = (features: readonly unknown[], metadata: Record<string, unknown> = {}) => ({
  type: 'FeatureCollection',
  requestOwner: 'ops',
  features,
  metadata: { sessionOwner: 'ops', session: 'day-1', storages: [], priority: 'NORMAL', ...metadata },
});

const attributes = [
  {
    name: 'kind',
    label: 'Kind',
    type: 'STRING',
    alterable: false,
    restriction: { type: 'ENUMERATION', acceptableValues: ['A', 'B'] },
  },
  { name: 'label', label: 'Label', type: 'STRING', optional: true, fragment: { name: 'default' } },
  { name: 'valid', label: 'Valid', type: 'BOOLEAN', fragment: { name: 'qa' } },
  { name: 'until', label: 'Until', type: 'DATE_ISO8601', optional: true, fragment: { name: 'qa' } },
];

function standIn(models: ReadonlySet<string>): Transport {
  const told = (operation: string): unknown =>
    operation === 'getModels'
      ? [...models].map((name) => ({ content: { name, type: 'DATA' }, links: [] }))
      : [...models].flatMap((name) => attributes.map((attribute) => ({ model: { name, type: 'DATA' }, attribute })));
  return {
    async send<Answer extends OperationAnswer>(_service: string, route: Route, _context: CallContext) {
      return { status: 200, body: told(route.operation), headers: {} } as OperationAnswer as Answer;
    },
  };
}
