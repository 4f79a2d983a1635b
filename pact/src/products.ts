/** A product that pacts speak of, made in rs-fem as producers make it: by message. */
import type { Broker } from '@regards/amqp';
import type { FeatureCreation } from '@regards/generated/rs-fem/types';
import type { SubmissionOptions } from 'regards/submission';
import { featureCreationRequest, featureDeletionRequest } from '@regards/generated/rs-fem/messages';

export const imageFeature = {
  type: 'Feature',
  id: 'PRODUCT_1',
  entityType: 'DATA',
  model: 'IMAGE',
  geometry: { type: 'Point', coordinates: [1, 43] },
  properties: { band: 'B1', quality: { cloud_cover: 12.5 } },
} as const;

const headers = () => ({
  'regards.request.id': crypto.randomUUID(),
  'regards.request.owner': 'pact',
  'regards.request.date': new Date(Date.now() - 1000).toISOString(),
});

const metadata = () => ({ sessionOwner: 'ops', session: 'day', storages: [], priority: 'NORMAL' as const });

export const askForProduct = (broker: Broker): Promise<void> =>
  broker.publish('demo', featureCreationRequest, [
    {
      headers: headers(),
      payload: {
        metadata: metadata(),
        feature: { ...imageFeature, geometry: { type: 'Point', coordinates: [1, 43] } },
      },
    },
  ]);

export const askForDeletion = (broker: Broker, urn: string): Promise<void> =>
  broker.publish('demo', featureDeletionRequest, [{ headers: headers(), payload: { urn, priority: 'NORMAL' } }]);

/** What the command-line tool is given when somebody submits that feature. */
export const submission = (gateway: string, amqp: string, feature: FeatureCreation): SubmissionOptions => ({
  session: { gateway, amqp, project: 'demo', user: 'ada@example.org', token: 't', expires: Date.now() + 60_000 },
  features: [feature],
  source: 'ops',
  sessionName: 'day',
  onDone: () => {},
});
