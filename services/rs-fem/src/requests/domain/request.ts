/** A request for a product, once it is judged to keep all rules that can be seen from it alone. */
import { bounds } from '@regards/generated/rs-fem/bounds';
import type {
  Feature,
  FeatureRequestEvent,
  FeatureRequestState,
  FeatureRequestType,
} from '@regards/generated/rs-fem/types';
import type { Patch } from '../../features/domain/patch.ts';

export type RequestKind = 'CREATION' | 'UPDATE' | 'DELETION';

interface Common {
  readonly requestId: string;
  readonly owner: string;
  /** It is done at this time or later. */
  readonly date: Date;
  /** 2 goes before 1 before 0. */
  readonly priority: number;
  readonly providerId?: string | undefined;
  readonly urn?: string | undefined;
  readonly source?: string | undefined;
  readonly session?: string | undefined;
}

export interface CreationRequest extends Common {
  readonly kind: 'CREATION';
  readonly providerId: string;
  readonly source: string;
  readonly session: string;
  readonly content: { readonly feature: Feature; readonly override: boolean; readonly updateIfExists: boolean };
}

export interface UpdateRequest extends Common {
  readonly kind: 'UPDATE';
  readonly urn: string;
  readonly content: {
    readonly model: string;
    readonly patch: Patch;
    readonly fileMode: 'APPEND' | 'REPLACE';
    /** A creation of what is there already: it may name fixed attributes as they are. */
    readonly isCreation?: boolean;
  };
}

export interface DeletionRequest extends Common {
  readonly kind: 'DELETION';
  readonly urn: string;
  readonly content: Readonly<Record<never, never>>;
}

export type FeatureRequest = CreationRequest | UpdateRequest | DeletionRequest;

export const priorities = { LOW: 0, NORMAL: 1, HIGH: 2 } as const;

/** The order in which requests are done: HIGH before LOW, then by date, then as they came. */
export const inOrder = <Request extends FeatureRequest>(requests: readonly Request[]): Request[] =>
  requests.toSorted((one, other) => other.priority - one.priority || one.date.getTime() - other.date.getTime());

/** A failed creation of what is there already is kept as the change that it is. */
export const asUpdate = (request: FeatureRequest): FeatureRequest =>
  request.kind !== 'CREATION' || request.urn === undefined
    ? request
    : {
        ...request,
        kind: 'UPDATE',
        urn: request.urn,
        content: {
          model: request.content.feature.model,
          patch: request.content.feature,
          fileMode: 'APPEND',
          isCreation: true,
        },
      };

export const answerTypes = { CREATION: 'CREATION', UPDATE: 'PATCH', DELETION: 'DELETION' } as const satisfies Record<
  RequestKind,
  FeatureRequestType
>;

/** More faults, and longer texts, help nobody; a hostile message may have millions. */
export const mostErrors = bounds['FeatureRequestEvent.errors'];
const longestText = 1000;

export interface Answered {
  readonly requestId?: string | undefined;
  readonly owner?: string | undefined;
  readonly id?: string | undefined;
  readonly urn?: string | undefined;
  readonly errors?: readonly string[];
}

/** The answer to a request; what is not known of it is left out. */
export function answer(type: FeatureRequestType, state: FeatureRequestState, told: Answered): FeatureRequestEvent {
  const { requestId, owner, id, urn, errors = [] } = told;
  return {
    type,
    ...(requestId === undefined ? {} : { requestId: printable(requestId) }),
    ...(owner === undefined ? {} : { requestOwner: printable(owner) }),
    ...(id === undefined ? {} : { id: printable(id) }),
    ...(urn === undefined ? {} : { urn: printable(urn) }),
    state,
    ...(errors.length === 0 ? {} : { errors: errors.slice(0, mostErrors).map(printable) }),
  };
}

/** PostgreSQL, through which answers go out, has no U+0000. */
const printable = (text: string): string => text.slice(0, longestText).replaceAll('\0', '\uFFFD');
