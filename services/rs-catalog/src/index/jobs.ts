/** The jobs of the index: rules read again, products shown anew, a rebuild, indexes, what is deleted forgotten. */
import type { CallContext, Clock } from '@regards/core';
import type { JobKind, Jobs, JobScope } from '@regards/jobs';
import type { IndexService, WorkKind } from './service.ts';

const work = 'fr.cnes.regards.modules.catalog.index.job';
const classNames = { rules: `${work}.RulesJob`, rebuild: `${work}.RebuildJob` } as const satisfies Record<
  WorkKind,
  string
>;
const renderJob = `${work}.RenderJob`;
const orderJob = `${work}.OrderIndexJob`;
const forgetJob = `${work}.ForgetDeletedJob`;

const hourMs = 3_600_000;

export const indexPlans = (jobs: Pick<Jobs, 'ensure' | 'page'>) => ({
  plan: (scope: JobScope, kind: WorkKind): Promise<void> => jobs.ensure(scope, { className: classNames[kind] }),

  planRender: async (scope: JobScope, models: readonly string[]): Promise<void> => {
    for (const model of models)
      await jobs.ensure(scope, { className: renderJob, subject: model, parameters: { model } });
  },

  planOrder: (scope: JobScope, property: string): Promise<void> =>
    jobs.ensure(scope, { className: orderJob, subject: property, parameters: { property } }),

  isPlanned: async (tenant: string, kind: WorkKind): Promise<boolean> => {
    const search = { className: classNames[kind], states: ['PENDING', 'QUEUED', 'TO_BE_RUN', 'RUNNING'] } as const;
    return (await jobs.page(tenant, search, { page: 0, size: 1, sort: [] })).totalElements > 0;
  },
});

/**
 * @param buildOrder builds the index for sorting by a property, while others write
 * @param contextOf this service itself as the caller of others
 */
export const indexJobs = (
  index: IndexService,
  buildOrder: (tenant: string, property: string) => Promise<void>,
  contextOf: (tenant: string) => CallContext,
  clock: Clock,
): readonly JobKind[] => [
  { className: classNames.rules, run: ({ tenant }) => index.refreshRules(contextOf(tenant)) },
  { className: classNames.rebuild, run: (job) => index.rebuild(contextOf(job.tenant), job) },
  {
    className: renderJob,
    run: (job) => index.renderModel(contextOf(job.tenant), job, String(job.parameters['model'])),
  },
  { className: orderJob, run: ({ tenant, parameters }) => buildOrder(tenant, String(parameters['property'])) },
  {
    className: forgetJob,
    everyMs: hourMs,
    run: async (job) => ({ forgotten: await index.forgetDeleted(job, clock.now()) }),
  },
];
