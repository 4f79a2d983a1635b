/** Requests by AMQP: each message is answered, or rests in the dead-letter queue when nobody can be answered. */
import type { Batch, InvalidBatch, InvalidDelivery, UnitOfWork } from '@regards/core';
import type { RsFemSubscriptions } from '@regards/generated/rs-fem/messages';
import type { FeatureRequestHeaders } from '@regards/generated/rs-fem/types';
import type { Denial, RequestKind, RequestService } from './service/index.ts';

type RequestSubscriptions = Omit<RsFemSubscriptions, 'modelChange' | 'attributeCacheRefresh' | 'stopJob'>;

const notificationsAreOff = 'Notifications are not active: nobody is told of products by request.';

export const requestSubscriptions = (requests: Pick<RequestService, 'register' | 'deny'>): RequestSubscriptions => {
  const denyInvalid =
    (kind: RequestKind | 'NOTIFICATION') =>
    async ({ deliveries }: InvalidBatch, unit: UnitOfWork): Promise<void> => {
      requests.deny(
        unit,
        kind,
        deliveries.flatMap((delivery) => {
          const denial = denialOf(delivery);
          if (denial.requestId !== undefined || denial.id !== undefined || denial.urn !== undefined) return [denial];
          delivery.refuse(denial.errors.join(', '));
          return [];
        }),
      );
    };

  return {
    async featureCreationRequest({ deliveries }, unit) {
      await requests.register(
        unit,
        'CREATION',
        deliveries.map(({ payload, headers }) => ({ kind: 'CREATION', ...sentBy(headers), body: payload })),
      );
    },
    async featureUpdateRequest({ deliveries }, unit) {
      await requests.register(
        unit,
        'UPDATE',
        deliveries.map(({ payload, headers }) => ({
          kind: 'UPDATE',
          ...sentBy(headers),
          fileMode: headers['regards.request.file_update_mode'] ?? 'APPEND',
          body: payload,
        })),
      );
    },
    async featureDeletionRequest({ deliveries }, unit) {
      await requests.register(
        unit,
        'DELETION',
        deliveries.map(({ payload, headers }) => ({ kind: 'DELETION', ...sentBy(headers), body: payload })),
      );
    },
    async featureNotificationRequest({ deliveries }: Batch<{ urn: string }, FeatureRequestHeaders>, unit) {
      requests.deny(
        unit,
        'NOTIFICATION',
        deliveries.map(({ payload: { urn }, headers }) => ({ ...sentBy(headers), urn, errors: [notificationsAreOff] })),
      );
    },
    featureCreationRequestInvalid: denyInvalid('CREATION'),
    featureUpdateRequestInvalid: denyInvalid('UPDATE'),
    featureDeletionRequestInvalid: denyInvalid('DELETION'),
    featureNotificationRequestInvalid: denyInvalid('NOTIFICATION'),

    /** Nobody is told of products, so nobody has one to acknowledge; REGARDS drops such messages too. */
    disseminationAck: async () => {},
  };
};

const sentBy = (headers: FeatureRequestHeaders) => ({
  requestId: headers['regards.request.id'],
  owner: headers['regards.request.owner'],
  date: headers['regards.request.date'],
});

/** What can be told of a message that breaks its contract, its headers first. */
function denialOf({ headers, body, faults }: InvalidDelivery): Denial {
  const missing = ['id', 'owner', 'date'].filter((name) => textOf(headers[`regards.request.${name}`]) === undefined);
  const others = faults.filter((fault) => !missing.some((name) => fault.includes(`regards.request.${name}`)));
  const message = membersOf(body);
  const feature = membersOf(message.get('feature'));
  return {
    requestId: textOf(headers['regards.request.id']),
    owner: textOf(headers['regards.request.owner']),
    id: textOf(feature.get('id')),
    urn: textOf(feature.get('urn')) ?? textOf(message.get('urn')),
    errors: [...missing.map((name) => `Missing request ${name} header`), ...others],
  };
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

const membersOf = (value: unknown): ReadonlyMap<string, unknown> =>
  new Map(Object.entries(typeof value === 'object' && value !== null ? value : {}));
