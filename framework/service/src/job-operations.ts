/** Jobs by REST and by AMQP: contracts/common/paths/jobs.yaml and StopJobEvent. */
import { entityNotFound, pageRequest } from '@regards/core';
import type { Database } from '@regards/core';
import type { JobInfo } from '@regards/generated/common/types';
import type { JobRow, JobsOfInstance } from '@regards/jobs';
import type { JobOperations } from './framework-operations.ts';

const paging = { sort: [{ property: 'statusDate', direction: 'desc' }] } as const;

export function jobOperations(jobs: JobsOfInstance, database: Database): JobOperations {
  const changed =
    (change: JobsOfInstance['abort']): JobOperations['stopJob'] =>
    async (call, { jobId }) => {
      await database.transaction(call.tenant, (unit) => change(unit, jobId));
      jobs.wake();
      return found(call.tenant, jobId);
    };
  const found = async (tenant: string, jobId: string) => {
    const row = await jobs.find(tenant, jobId);
    return row
      ? ({ status: 200, body: infoOf(row) } as const)
      : ({ status: 404, error: entityNotFound('JobInfo', jobId) } as const);
  };
  return {
    async getJobs({ tenant }, { state, className, ...asked }) {
      const page = await jobs.page(tenant, { states: state, className }, pageRequest(asked, paging));
      return { status: 200, body: { ...page, content: page.content.map(infoOf) } };
    },
    getJob: ({ tenant }, { jobId }) => found(tenant, jobId),
    stopJob: changed((unit, id) => jobs.abort(unit, id)),
    retryJob: changed((unit, id) => jobs.rerun(unit, id)),
  };
}

const infoOf = (row: JobRow): JobInfo => ({
  id: row.id,
  priority: row.priority,
  ...dates({ expirationDate: row.expires }),
  ...(row.result === null ? {} : { result: JSON.stringify(row.result) }),
  parameters: Object.entries(row.parameters).map(([name, value]) => ({ name, value: JSON.stringify(value) })),
  owner: row.owner,
  className: row.class_name,
  ...dates({
    lastCompletionUpdate: row.progressed,
    lastHeartbeatDate: row.heartbeat,
    triggerAfterDate: row.trigger_after,
  }),
  status: {
    status: row.status,
    statusDate: row.status_date.toISOString(),
    ...dates({ estimatedCompletion: row.estimated }),
    percentCompleted: row.percent,
    ...dates({ startDate: row.started, stopDate: row.stopped, queuedDate: row.queued }),
    ...(row.stack_trace === null ? {} : { stackTrace: row.stack_trace }),
  },
});

/** Those that are known. */
const dates = <Name extends string>(all: Readonly<Record<Name, Date | null>>): Partial<Record<Name, string>> => {
  const known: Partial<Record<Name, string>> = {};
  for (const name in all) {
    const date = all[name];
    if (date !== null) known[name] = date.toISOString();
  }
  return known;
};
