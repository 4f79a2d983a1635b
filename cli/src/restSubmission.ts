/**
 * Submits features by REST, for callers who cannot reach the broker: what was granted is processed after the answer.
 */
import type { RequestInfoResource, RequestsRefused } from '@regards/generated/rs-fem/types';
import { bodyOf, CommandError, refusalText } from './fault.ts';
import { contextOf, gatewayClients } from './platform.ts';
import type { Result, SubmissionOptions } from './submission.ts';

/** Features of one call: an answer within a second, and a body of a few megabytes. */
const chunk = 500;

/** One result a feature: GRANTED, or DENIED with the reasons. */
export async function submitByRest({
  session,
  features,
  source,
  sessionName,
  onDone,
}: SubmissionOptions): Promise<Result[]> {
  const clients = gatewayClients(session.gateway);
  const results: Result[] = [];
  try {
    for (let from = 0; from < features.length; from += chunk) {
      const own = features.slice(from, from + chunk);
      const answer = await clients.fem.createFeatures(contextOf(session), {
        body: {
          type: 'FeatureCollection',
          requestOwner: session.user,
          metadata: { sessionOwner: source, session: sessionName, storages: [], priority: 'NORMAL' },
          features: own.map((feature) => ({ ...feature })),
        },
      });
      results.push(...resultsOf(answeredEach(bodyOf('The submission', answer, 201, 206, 422))));
      onDone(results.length);
    }
    return results;
  } finally {
    clients.close();
  }
}

/** @throws CommandError when the call as a whole was refused */
function answeredEach(body: RequestInfoResource | RequestsRefused): RequestInfoResource {
  if ('content' in body) return body;
  throw new CommandError(`The submission was refused with ${refusalText(422, body)}`);
}

/** What was denied is keyed by its request, not by the feature. */
const resultsOf = ({ content: { granted, denied } }: RequestInfoResource): Result[] => [
  ...Object.keys(granted ?? {}).map((id): Result => ({ id, outcome: 'GRANTED', errors: [] })),
  ...Object.entries(denied ?? {}).map(([id, errors]): Result => ({ id, outcome: 'DENIED', errors })),
];
