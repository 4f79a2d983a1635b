/** Products submitted to rs-fem by REST, each noted as taken or refused, and those that came into being. */
import type { FeatureRequestEvent } from '@regards/generated/rs-fem/types';
import { featureRequest } from '@regards/generated/rs-fem/messages';
import { request } from '@regards/testing';
import { rsFem } from 'rs-fem';
import { collection, featureOf, geoJson, modelsOf } from '../../services/rs-fem/test/fem.ts';
import { openPlatform, project } from './platform.ts';
import type { Turn } from './scenario.ts';

export interface Submissions {
  /** Submits one product; gives the status of the answer, and whether it says when to come again. */
  submit(): Promise<{ readonly status: number; readonly saysWhen: boolean }>;
  /** Identifiers of those that were granted. */
  readonly taken: readonly string[];
  /** Those that were answered otherwise. */
  readonly refused: readonly string[];
  /** Those that succeeded, as often as it was told. */
  succeeded(): string[];
}

/** On a platform of its own, with one instance of rs-fem. */
export async function openSubmissions(turn: Turn): Promise<Submissions> {
  const platform = await openPlatform(turn);
  const answers = await platform.listen(featureRequest);
  const { url } = await platform.start(rsFem, { transport: modelsOf(new Set(['IMG'])) });
  const token = await platform.userToken({ tenant: project, role: 'EXPLOIT', validitySeconds: 3_600 });
  const [taken, refused]: [string[], string[]] = [[], []];
  return {
    taken,
    refused,
    async submit() {
      const feature = featureOf();
      const body = JSON.stringify(collection([feature]));
      const { status, headers } = await request('POST', `${url}/features`, { token, headers: geoJson, body });
      (status === 201 ? taken : refused).push(feature.id);
      return { status, saysWhen: headers.get('retry-after') !== null };
    },
    succeeded: () =>
      answers
        .map(({ payload }) => payload as FeatureRequestEvent)
        .flatMap(({ state, id }) => (state === 'SUCCESS' && id !== undefined ? [id] : [])),
  };
}
