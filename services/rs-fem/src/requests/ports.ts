/** What requests need of the outside. */
import type { CallContext, Clock, Database, Page, PageRequest, Publication, Sql, UnitOfWork } from '@regards/core';
import type { MessageHeaders } from '@regards/generated/common/types';
import type {
  FeatureRequestEvent,
  FeatureRequestKind,
  FeatureRequestState,
  FeatureRequestStep,
  SearchFeatureRequestParameters,
} from '@regards/generated/rs-fem/types';
import type { ProductService } from '../features/service/index.ts';
import type { ModelService } from '../models/service.ts';
import type { FeatureRequest, RequestKind } from './domain/request.ts';

/** A request that waits or has failed. */
export interface KeptRequest {
  readonly id: number;
  readonly request: FeatureRequest;
}

/** A kept request as it is listed. */
export interface ListedRequest {
  readonly id: number;
  readonly kind: RequestKind;
  readonly state: FeatureRequestState;
  readonly step: FeatureRequestStep;
  readonly registered: Date;
  readonly urn?: string;
  readonly providerId?: string;
  readonly source?: string;
  readonly session?: string;
  readonly errors: readonly string[];
}

/** Requests as rows; every member takes many at once. */
export interface RequestStore {
  /** Takes identifiers that no request of the kind had yet and gives them; waits for whoever takes the same. */
  claim(kind: RequestKind, ids: readonly string[], now: Date): Promise<ReadonlySet<string>>;
  release(kind: RequestKind, ids: readonly string[]): Promise<void>;
  /** Forgets identifiers that were granted before a date. */
  forgetClaims(before: Date): Promise<void>;
  keepWaiting(requests: readonly FeatureRequest[], now: Date): Promise<void>;
  keepFailed(
    requests: readonly { readonly request: FeatureRequest; readonly errors: readonly string[] }[],
    now: Date,
  ): Promise<void>;
  /** Provider's identifiers that a failed creation, or one that is due, stands in the way of. */
  blockedProviderIds(providerIds: readonly string[], now: Date): Promise<ReadonlySet<string>>;
  /** URNs that a creation stands in the way of; of a patch also an earlier patch that is due. */
  blockedUrns(kind: RequestKind, urns: readonly string[], now: Date): Promise<ReadonlySet<string>>;
  /** URNs that creations which are kept were given. */
  pendingUrns(urns: readonly string[]): Promise<ReadonlySet<string>>;
  /**
   * Requests that are due and not blocked, in the order in which they are to be done; none while another instance
   * does them. Registered after `registeredBefore` they wait on.
   */
  takeDue(kind: RequestKind, now: Date, registeredBefore: Date, limit: number): Promise<KeptRequest[]>;
  /** When the first of those becomes due that are not due yet; undefined when none is going to. */
  nextDue(now: Date, patchDelayMs: number): Promise<Date | undefined>;
  markFailed(requests: readonly { readonly id: number; readonly errors: readonly string[] }[]): Promise<void>;
  delete(ids: readonly number[]): Promise<void>;
  page(
    kind: FeatureRequestKind,
    search: SearchFeatureRequestParameters,
    request: PageRequest,
  ): Promise<Page<ListedRequest> & { readonly failed: number }>;
  /** Makes failed requests wait again; gives how many matched and how many it was done to. */
  retry(
    kind: FeatureRequestKind,
    search: SearchFeatureRequestParameters,
    now: Date,
  ): Promise<{ readonly matched: number; readonly done: number }>;
  giveUp(kind: FeatureRequestKind, search: SearchFeatureRequestParameters): Promise<number>;
}

export interface RequestPorts {
  readonly database: Database;
  readonly store: (sql: Sql) => RequestStore;
  readonly products: ProductService;
  readonly models: Pick<ModelService, 'find'>;
  readonly featureRequest: Publication<FeatureRequestEvent, MessageHeaders>;
  readonly clock: Clock;
  /** A UUID that nobody has yet. */
  readonly newId: () => string;
  /** Sees to it that requests which wait are looked at once this has committed, not later than given. */
  readonly lookAt: (unit: Pick<UnitOfWork, 'tenant' | 'sql'>, due: Date) => Promise<void>;
  /** This service itself as the caller of others. */
  readonly contextOf: (tenant: string) => CallContext;
  readonly limits: {
    /** Waiting requests done at once. */
    readonly atOnce: number;
    readonly patchDelayMs: number;
    readonly idRetentionMs: number;
  };
}
