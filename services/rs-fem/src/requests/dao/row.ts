/** A request as a row and back. */
import type { FeatureRequestState, FeatureRequestStep } from '@regards/generated/rs-fem/types';
import type {
  CreationRequest,
  DeletionRequest,
  FeatureRequest,
  RequestKind,
  UpdateRequest,
} from '../domain/request.ts';
import type { ListedRequest } from '../ports.ts';

export interface RequestRow {
  id: number;
  type: RequestKind;
  request_id: string;
  request_owner: string;
  request_date: Date;
  registration_date: Date;
  priority: number;
  state: FeatureRequestState;
  step: FeatureRequestStep;
  provider_id: string | null;
  urn: string | null;
  source: string | null;
  session: string | null;
  errors: string[];
  content: unknown;
}

export const rowOf = (request: FeatureRequest, now: Date) => ({
  type: request.kind,
  request_id: request.requestId,
  request_owner: request.owner,
  request_date: request.date,
  registration_date: now,
  priority: request.priority,
  provider_id: request.providerId ?? null,
  urn: request.urn ?? null,
  source: request.source ?? null,
  session: request.session ?? null,
  content: request.content,
});

/** What `content` holds follows from the type, since rowOf wrote it. */
export function requestOf(row: RequestRow): FeatureRequest {
  const common = {
    requestId: row.request_id,
    owner: row.request_owner,
    date: row.request_date,
    priority: row.priority,
    ...(row.provider_id === null ? {} : { providerId: row.provider_id }),
    ...(row.urn === null ? {} : { urn: row.urn }),
    ...(row.source === null ? {} : { source: row.source }),
    ...(row.session === null ? {} : { session: row.session }),
  };
  const { type, provider_id: providerId, urn, source, session, content } = row;
  if (type === 'CREATION') {
    return {
      ...common,
      kind: type,
      providerId: providerId ?? '',
      source: source ?? '',
      session: session ?? '',
      content: content as CreationRequest['content'],
    };
  }
  if (type === 'UPDATE') return { ...common, kind: type, urn: urn ?? '', content: content as UpdateRequest['content'] };
  return { ...common, kind: type, urn: urn ?? '', content: content as DeletionRequest['content'] };
}

export const listedRequest = (row: RequestRow): ListedRequest => ({
  id: row.id,
  kind: row.type,
  state: row.state,
  step: row.step,
  registered: row.registration_date,
  errors: row.errors,
  ...(row.urn === null ? {} : { urn: row.urn }),
  ...(row.provider_id === null ? {} : { providerId: row.provider_id }),
  ...(row.source === null ? {} : { source: row.source }),
  ...(row.session === null ? {} : { session: row.session }),
});
