/** Does requests: hands them to the products and says what became of each. */
import type { UnitOfWork } from '@regards/core';
import type { FeatureRequestEvent } from '@regards/generated/rs-fem/types';
import type { Models, Outcome, ProductService, Work } from '../../features/service/index.ts';
import { answer, answerTypes } from '../domain/request.ts';
import type {
  CreationRequest,
  DeletionRequest,
  FeatureRequest,
  RequestKind,
  UpdateRequest,
} from '../domain/request.ts';

/** REGARDS's own words (rs-fem §8). */
const alreadyDeleted = 'Feature already deleted. Skipping silently!';

export interface Performed {
  readonly request: FeatureRequest;
  readonly outcome: Outcome;
}

/** Does requests of one kind in the order given; tells of the changes, and leaves the answers to the caller. */
export async function perform(
  unit: UnitOfWork,
  products: ProductService,
  requests: readonly FeatureRequest[],
  models: Models,
  now: Date,
): Promise<{ readonly performed: readonly Performed[]; readonly overridden: Work['overridden'] }> {
  const [first] = requests;
  if (first === undefined) return { performed: [], overridden: [] };
  const work = await performKind(unit, products, first.kind, requests, models, now);
  const performed = requests.flatMap((request, place): Performed[] => {
    const outcome = work.outcomes[place];
    return outcome ? [{ request, outcome }] : [];
  });
  const absent = performed.flatMap(({ request, outcome }) =>
    outcome.became === 'ABSENT' && request.urn !== undefined ? [request.urn] : [],
  );
  products.tell(unit, work.changes, absent);
  return { performed, overridden: work.overridden };
}

function performKind(
  unit: UnitOfWork,
  products: ProductService,
  kind: RequestKind,
  requests: readonly FeatureRequest[],
  models: Models,
  now: Date,
): Promise<Work> {
  if (kind === 'CREATION') return products.create(unit, requests.filter(isCreation).map(newProduct), models, now);
  if (kind === 'UPDATE')
    return products.change(
      unit,
      requests.filter(isUpdate).map(({ urn, owner, content }) => ({ ...content, urn, owner })),
      models,
      now,
    );
  return products.remove(
    unit,
    requests.filter(isDeletion).map(({ urn }) => urn),
    now,
  );
}

const isCreation = (request: FeatureRequest): request is CreationRequest => request.kind === 'CREATION';
const isUpdate = (request: FeatureRequest): request is UpdateRequest => request.kind === 'UPDATE';
const isDeletion = (request: FeatureRequest): request is DeletionRequest => request.kind === 'DELETION';

const newProduct = ({ providerId, urn, source, session, owner, content }: CreationRequest) => ({
  ...content,
  providerId,
  source,
  session,
  owner,
  ...(urn === undefined ? {} : { urn }),
});

/** A creation that changed, or should have changed, what is there is answered as the patch that it is. */
export const typeOf = ({ request, outcome }: Performed): FeatureRequestEvent['type'] =>
  request.kind === 'CREATION' && (outcome.became === 'UPDATED' || outcome.became === 'FAILED')
    ? 'PATCH'
    : answerTypes[request.kind];

export const grantedAnswer = (performed: Performed): FeatureRequestEvent =>
  answer(
    typeOf(performed),
    'GRANTED',
    told(performed.request, performed.request.kind === 'DELETION' ? undefined : performed.request.providerId),
  );

/** SUCCESS, or ERROR for what could not be done. */
export function finalAnswer(performed: Performed): FeatureRequestEvent {
  const { request, outcome } = performed;
  const type = typeOf(performed);
  if (outcome.became === 'ABSENT')
    return answer(type, 'SUCCESS', { ...told(request, undefined), errors: [alreadyDeleted] });
  if ('reason' in outcome)
    return answer(type, 'ERROR', { ...told(request, request.providerId), errors: [outcome.reason] });
  const { providerId, urn } = outcome.product;
  return answer(type, 'SUCCESS', { ...told(request, providerId), urn });
}

export const told = ({ requestId, owner, urn }: FeatureRequest, id: string | undefined) => ({
  requestId,
  owner,
  id,
  urn,
});

/** Versions that gave way are deleted as if whoever made the newer one had asked for it. */
export const overriddenAnswers = (
  overridden: Work['overridden'],
  requests: readonly FeatureRequest[],
  newId: () => string,
): FeatureRequestEvent[] =>
  overridden.flatMap(({ product: { urn, providerId }, by }) => {
    const request = { requestId: newId(), owner: requests[by]?.source, urn };
    return [answer('DELETION', 'GRANTED', request), answer('DELETION', 'SUCCESS', { ...request, id: providerId })];
  });
