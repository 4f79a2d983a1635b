/** Requests for products: registered in batches, done at once where possible, kept while they wait or have failed. */
import type { CallContext, PageRequest, UnitOfWork } from '@regards/core';
import type { FeatureRequestKind, SearchFeatureRequestParameters } from '@regards/generated/rs-fem/types';
import type { RequestKind } from '../domain/request.ts';
import type { RequestPorts } from '../ports.ts';
import { modelOf } from './judging.ts';
import type { Submission } from './judging.ts';
import { deny, register } from './registering.ts';
import type { Registration } from './registering.ts';
import type { Denial } from './sieve.ts';
import { doDue } from './waiting.ts';
import type { RequestJob } from './waiting.ts';

export type { RequestKind } from '../domain/request.ts';
export type { ListedRequest } from '../ports.ts';
export type { Submission } from './judging.ts';
export type { Granted, Registration } from './registering.ts';
export type { Denial } from './sieve.ts';

/** Submissions that can be read, and those that break their schema. */
export interface Submitted {
  readonly kind: RequestKind;
  readonly submissions: readonly Submission[];
  readonly unreadable: readonly Denial[];
}

export type RequestService = ReturnType<typeof requestService>;

export const requestService = (ports: RequestPorts) => {
  const modelsOf = (context: CallContext, submissions: readonly Submission[]) =>
    ports.models.find(
      context,
      submissions.flatMap((submission) => modelOf(submission) ?? []),
    );

  return {
    /** Registers what a batch of messages asks for, within its unit of work. */
    async register(unit: UnitOfWork, kind: RequestKind, submissions: readonly Submission[]): Promise<void> {
      await register(ports, unit, kind, submissions, await modelsOf(ports.contextOf(unit.tenant), submissions));
    },

    /** Registers what one call asks for, all of it or, when something fails, nothing. */
    async registerAll(context: CallContext, { kind, submissions, unreadable }: Submitted): Promise<Registration> {
      const models = await modelsOf(context, submissions);
      return ports.database.transaction(context.tenant, async (unit) => {
        deny(ports, unit, kind, unreadable);
        const { granted, denied } = await register(ports, unit, kind, submissions, models);
        return { granted, denied: [...unreadable, ...denied] };
      });
    },

    /** Answers what cannot even be registered. */
    deny: (unit: UnitOfWork, kind: RequestKind | 'NOTIFICATION', denied: readonly Denial[]): void =>
      deny(ports, unit, kind, denied),

    /** Does requests that wait and are due. */
    doDue: (job: RequestJob): Promise<void> => doDue(ports, job),

    /** Has requests that wait looked at, whatever was planned for them. */
    lookNow: (tenant: string): Promise<void> =>
      ports.database.transaction(tenant, (unit) => ports.lookAt(unit, ports.clock.now())),

    /** Forgets identifiers of requests that were granted long ago. */
    forgetIds: ({ transaction }: RequestJob): Promise<void> =>
      transaction(({ sql }) =>
        ports.store(sql).forgetClaims(new Date(ports.clock.now().getTime() - ports.limits.idRetentionMs)),
      ),

    page: (tenant: string, kind: FeatureRequestKind, search: SearchFeatureRequestParameters, request: PageRequest) =>
      ports.database.read(tenant, (sql) => ports.store(sql).page(kind, search, request)),

    retry: (tenant: string, kind: FeatureRequestKind, search: SearchFeatureRequestParameters) =>
      ports.database.transaction(tenant, async (unit) => {
        await ports.lookAt(unit, ports.clock.now());
        return ports.store(unit.sql).retry(kind, search, ports.clock.now());
      }),

    giveUp: (tenant: string, kind: FeatureRequestKind, search: SearchFeatureRequestParameters) =>
      ports.database.transaction(tenant, async (unit) => {
        // Others may have waited for those that go.
        await ports.lookAt(unit, ports.clock.now());
        return ports.store(unit.sql).giveUp(kind, search);
      }),
  };
};
