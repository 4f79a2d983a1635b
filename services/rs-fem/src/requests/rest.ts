/** The operations by which products are asked for, and those on requests. */
import { pageRequest, refusal } from '@regards/core';
import type { Call, Validator } from '@regards/core';
import type { RsFemServer } from '@regards/generated/rs-fem/server';
import type { FeatureRequestDto, RequestInfo } from '@regards/generated/rs-fem/types';
import { validators } from '@regards/generated/rs-fem/validators';
import type { Denial, ListedRequest, Registration, RequestService, Submission, Submitted } from './service/index.ts';

type RequestOperations = Pick<
  RsFemServer,
  'createFeatures' | 'updateFeatures' | 'deleteFeatures' | 'searchRequests' | 'deleteRequests' | 'retryRequests'
>;

export interface RequestRestPorts {
  readonly requests: RequestService;
  readonly newId: () => string;
  readonly now: () => Date;
  /** Features of one call. */
  readonly most: () => number;
  /** Has jobs that were asked for begin now. */
  readonly wake: () => void;
}

/** REGARDS's own defaults of this page (rs-fem §3). */
const paging = { size: 10, sort: [{ property: 'id', direction: 'asc' }] } as const;

/** REGARDS dates requests by REST one second back, so that they are due at once on machines whose clocks differ. */
const backMs = 1000;

export const requestOperations = ({ requests, newId, now, most, wake }: RequestRestPorts): RequestOperations => {
  const sentBy = (owner: string) => {
    const date = new Date(now().getTime() - backMs).toISOString();
    return () => ({ requestId: newId(), owner, date });
  };
  const tooMany = (count: number) =>
    ({
      status: 413,
      error: refusal(
        'too-large',
        `${count} features in one call are more than ${most()}, which is as many as can be taken at once.`,
      ),
    }) as const;
  const registered = async (call: Call, submitted: Submitted) =>
    answerOf(submitted.kind, await requests.registerAll(call, submitted));

  return {
    async createFeatures(call, { body: { features, metadata, requestOwner } }) {
      const given = features ?? [];
      const sent = sentBy(requestOwner);
      if (given.length > most()) return tooMany(given.length);
      return registered(
        call,
        read(
          'CREATION',
          given,
          sent,
          validators.FeatureCreationRequestEvent,
          (feature) => ({ metadata, feature }),
          (body, by) => ({ kind: 'CREATION', ...by, body }),
        ),
      );
    },

    async updateFeatures(call, { body: { features, metadata, requestOwner } }) {
      const given = features ?? [];
      const sent = sentBy(requestOwner);
      if (given.length > most()) return tooMany(given.length);
      return registered(
        call,
        read(
          'UPDATE',
          given,
          sent,
          validators.FeatureUpdateRequestEvent,
          (feature) => ({ metadata, feature }),
          (body, by) => ({ kind: 'UPDATE', ...by, fileMode: 'APPEND', body }),
        ),
      );
    },

    async deleteFeatures(call, { body: { featuresUrns, priority } }) {
      const sent = sentBy(call.caller.login);
      if (featuresUrns.length > most()) return tooMany(featuresUrns.length);
      return registered(
        call,
        read(
          'DELETION',
          featuresUrns,
          sent,
          validators.FeatureDeletionRequestEvent,
          (urn) => ({ urn, priority }),
          (body, by) => ({ kind: 'DELETION', ...by, body }),
        ),
      );
    },

    async searchRequests({ tenant }, { type, body, ...asked }) {
      const { failed, content, ...page } = await requests.page(tenant, type, body, pageRequest(asked, paging));
      return { status: 200, body: { ...page, content: content.map(dtoOf), more: { info: { nbErrors: failed } } } };
    },

    async deleteRequests({ tenant }, { type, body }) {
      const done = await requests.giveUp(tenant, type, body);
      wake();
      return {
        status: 200,
        body: { totalRequested: done, totalHandled: done, message: 'All requested requests have been handled' },
      };
    },

    async retryRequests({ tenant }, { type, body }) {
      const { matched, done } = await requests.retry(tenant, type, body);
      wake();
      const message =
        matched === done
          ? 'All requested requests have been handled'
          : 'Requests that have not failed were left as they are';
      return { status: 200, body: { totalRequested: matched, totalHandled: done, message } };
    },
  };
};

type Sent = Pick<Submission, 'requestId' | 'owner' | 'date'>;

/** Each is judged by itself: those that break their schema are told apart and denied. */
function read<Given, Body>(
  kind: Submitted['kind'],
  given: readonly Given[],
  sent: () => Sent,
  validate: Validator<Body>,
  wrapped: (one: Given) => unknown,
  submission: (body: Body, by: Sent) => Submission,
): Submitted {
  const submissions: Submission[] = [];
  const unreadable: Denial[] = [];
  for (const one of given) {
    const by = sent();
    const judged = validate(wrapped(one));
    if (judged.valid) submissions.push(submission(judged.value, by));
    else unreadable.push({ requestId: by.requestId, owner: by.owner, ...namesOf(one), errors: judged.faults });
  }
  return { kind, submissions, unreadable };
}

/** What can be told of a feature that cannot be read; a deletion names its product alone. */
function namesOf(given: unknown): Pick<Denial, 'id' | 'urn'> {
  if (typeof given === 'string') return { urn: given };
  const members = new Map<string, unknown>(Object.entries(typeof given === 'object' && given !== null ? given : {}));
  const id = members.get('id');
  const urn = members.get('urn');
  return { ...(typeof id === 'string' ? { id } : {}), ...(typeof urn === 'string' ? { urn } : {}) };
}

/** Creations are granted by the provider's identifier and denied by the request's, all others by URN (rs-fem §4). */
function answerOf(kind: Submitted['kind'], { granted, denied }: Registration) {
  const body: RequestInfo = {
    granted: Object.fromEntries(
      granted.map(({ type, id, urn, requestId }) => [(type === 'CREATION' ? id : urn) ?? requestId, requestId]),
    ),
    denied: Object.fromEntries(
      denied.map(({ requestId, urn, errors }) => [
        (kind === 'CREATION' ? requestId : urn) ?? requestId ?? '',
        [...errors],
      ]),
    ),
    messages: [],
  };
  if (denied.length === 0) return { status: 201, body } as const;
  return { status: granted.length === 0 ? 422 : 206, body } as const;
}

const dtoOf = ({
  id,
  kind,
  state,
  step,
  registered,
  urn,
  providerId,
  source,
  session,
  errors,
}: ListedRequest): FeatureRequestDto => ({
  id,
  state,
  step,
  processing: false,
  registrationDate: registered.toISOString(),
  type: kind,
  ...(urn === undefined ? {} : { urn }),
  ...(providerId === undefined ? {} : { providerId }),
  ...(source === undefined ? {} : { source }),
  ...(session === undefined ? {} : { session }),
  ...(errors.length === 0 ? {} : { errors: [...errors] }),
});
