/** The jobs of requests: those that wait are done when they are due, old identifiers are forgotten. */
import type { JobKind, Jobs } from '@regards/jobs';
import type { RequestPorts } from './ports.ts';
import type { RequestService } from './service/index.ts';

const dueRequests = 'fr.cnes.regards.modules.feature.service.job.DueRequestsJob';
const requestIds = 'fr.cnes.regards.modules.feature.service.job.RequestIdsJob';

const hourMs = 3_600_000;

/** One job looks at all requests of a project: they stand in each other's way, and are done in their order. */
export const lookAt =
  (jobs: Pick<Jobs, 'ensure'>): RequestPorts['lookAt'] =>
  (unit, due) =>
    jobs.ensure(unit, { className: dueRequests, triggerAfter: due });

export const requestJobs = (requests: Pick<RequestService, 'doDue' | 'forgetIds'>): readonly JobKind[] => [
  { className: dueRequests, run: requests.doDue },
  { className: requestIds, everyMs: hourMs, run: requests.forgetIds },
];
