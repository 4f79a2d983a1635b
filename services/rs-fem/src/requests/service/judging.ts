/** Judges requests by all that can be seen from themselves and their model; all faults are told, not only the first. */
import { faultAt, instant, parseUrn } from '@regards/core';
import type {
  FeatureCreationRequestEvent,
  FeatureDeletionRequestEvent,
  FeatureGeometry,
  FeatureUpdateRequestEvent,
  StorageMetadata,
} from '@regards/generated/rs-fem/types';
import { boxFaults, fileFaults, geometryFaults, keptFeature, keptPatch } from '../../features/service/index.ts';
import type { FileMode, Models } from '../../features/service/index.ts';
import type { CompiledModel } from '../../models/service.ts';
import { priorities } from '../domain/request.ts';
import type { FeatureRequest } from '../domain/request.ts';

interface Sent {
  readonly requestId: string;
  readonly owner: string;
  /** As it came; ISO 8601. */
  readonly date: string;
}

/** A request as it came; its body keeps its schema. */
export type Submission = Sent &
  (
    | { readonly kind: 'CREATION'; readonly body: FeatureCreationRequestEvent }
    | { readonly kind: 'UPDATE'; readonly body: FeatureUpdateRequestEvent; readonly fileMode: FileMode }
    | { readonly kind: 'DELETION'; readonly body: FeatureDeletionRequestEvent }
  );

type Of<Kind extends Submission['kind']> = Extract<Submission, { kind: Kind }>;

/** The request, or why it is denied. */
export type Judgement = { readonly request: FeatureRequest } | { readonly faults: readonly string[] };

export function judge(submission: Submission, tenant: string, models: Models): Judgement {
  if (submission.kind === 'CREATION') return judgeCreation(submission, tenant, models);
  return submission.kind === 'UPDATE' ? judgeUpdate(submission, tenant, models) : judgeDeletion(submission, tenant);
}

/** Name of the model that a submission is judged by. */
export const modelOf = (submission: Submission): string | undefined =>
  submission.kind === 'DELETION' ? undefined : submission.body.feature.model;

function judgeCreation(
  { requestId, owner, date, body: { metadata, feature } }: Of<'CREATION'>,
  tenant: string,
  models: Models,
): Judgement {
  const { sessionOwner, session, priority, override, updateIfExists, storages } = metadata;
  const model = models.get(feature.model);
  const urn = feature.urn ?? undefined;
  const faults = [
    ...dateFaults(date),
    ...(urn === undefined ? [] : newUrnFaults(urn, tenant)),
    ...modelFaults(model, feature, 'CREATION'),
    ...placeFaults(feature),
    ...fileFaults(feature.files ?? [], hasStorages(storages)),
    ...textFaults({
      'metadata.sessionOwner': sessionOwner,
      'metadata.session': session,
      'feature.id': feature.id,
      'request owner': owner,
    }),
  ];
  if (faults.length > 0 || !model) return { faults };
  const kept = keptFeature(feature, model.fragments, owner);
  return judged(kept, {
    ...common({ requestId, owner, date }, priority),
    kind: 'CREATION',
    providerId: feature.id,
    urn,
    source: sessionOwner,
    session,
    content: { feature: kept, override: override ?? false, updateIfExists: updateIfExists ?? false },
  });
}

function judgeUpdate(
  { requestId, owner, date, fileMode, body: { metadata, feature } }: Of<'UPDATE'>,
  tenant: string,
  models: Models,
): Judgement {
  const { urn, files } = feature;
  const model = models.get(feature.model);
  const faults = [
    ...dateFaults(date),
    ...urnFaults(urn, tenant, 'feature.urn'),
    ...modelFaults(model, feature, 'PATCH'),
    ...placeFaults(feature),
    ...fileFaults(files ?? [], hasStorages(metadata.storages)),
    ...textFaults({ 'feature.id': feature.id ?? '', 'request owner': owner }),
  ];
  if (faults.length > 0) return { faults };
  const patch = keptPatch(feature);
  return judged(patch, {
    ...common({ requestId, owner, date }, metadata.priority),
    kind: 'UPDATE',
    urn,
    providerId: feature.id ?? undefined,
    content: { model: feature.model, patch, fileMode },
  });
}

function judgeDeletion({ requestId, owner, date, body: { urn, priority } }: Of<'DELETION'>, tenant: string): Judgement {
  const faults = [...dateFaults(date), ...urnFaults(urn, tenant, 'urn'), ...textFaults({ 'request owner': owner })];
  if (faults.length > 0) return { faults };
  return { request: { ...common({ requestId, owner, date }, priority), kind: 'DELETION', urn, content: {} } };
}

const common = ({ requestId, owner, date }: Sent, priority: keyof typeof priorities | null | undefined) => ({
  requestId,
  owner,
  date: instant(date) ?? new Date(0),
  priority: priorities[priority ?? 'NORMAL'],
});

/** U+0000 in any text cannot be kept by PostgreSQL, here or by whoever hears of the product. */
const judged = (kept: object, request: FeatureRequest): Judgement =>
  hasNul(kept) ? { faults: ['[text] The character U+0000 cannot be kept at feature.'] } : { request };

function hasNul(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\0');
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.some(hasNul);
  const members = value as Readonly<Record<string, unknown>>;
  return Object.keys(members).some((name) => name.includes('\0') || hasNul(members[name]));
}

const textFaults = (texts: Readonly<Record<string, string>>): string[] =>
  Object.entries(texts).flatMap(([field, text]) =>
    text.includes('\0') ? [faultAt('text', 'must not have U+0000', field, text)] : [],
  );

const dateFaults = (date: string): string[] =>
  instant(date) ? [] : [faultAt('date', 'must be a date and time of ISO 8601', 'regards.request.date', date)];

const hasStorages = (storages: readonly StorageMetadata[] | null | undefined): boolean => (storages ?? []).length > 0;

const placeFaults = ({ geometry, bbox }: { geometry?: FeatureGeometry | null; bbox?: number[] | null }): string[] => [
  ...(geometry ? geometryFaults(geometry, 'feature.geometry') : []),
  ...(bbox ? boxFaults(bbox, 'feature.bbox') : []),
];

function modelFaults(
  model: CompiledModel | undefined,
  feature: { model: string; properties?: Record<string, unknown> | null },
  mode: 'CREATION' | 'PATCH',
): string[] {
  return model ? model.judge(feature.properties ?? {}, mode) : [`Unknown model ${feature.model}`];
}

function urnFaults(text: string, tenant: string, field: string): string[] {
  const urn = parseUrn(text);
  if (!urn || text.includes('\0')) return [faultAt('urn', 'must be a URN', field, text)];
  return urn.tenant === tenant ? [] : [faultAt('urn', 'must be of this project', field, text)];
}

function newUrnFaults(text: string, tenant: string): string[] {
  const faults = urnFaults(text, tenant, 'feature.urn');
  const { identifier, version, order, revision } = parseUrn(text) ?? {};
  if (faults.length > 0) return faults;
  const isPlain =
    identifier === 'FEATURE' && version !== 'LAST' && version !== 0 && order === undefined && revision === undefined;
  return isPlain ? [] : [faultAt('urn', 'must be URN:FEATURE:…:V1 to V999', 'feature.urn', text)];
}
