/** The public keys of users' tokens, asked of an instance of rs-authentication. */
import { routes } from '@regards/generated/rs-authentication/routes';
import type { JSONWebKeySet } from '@regards/security';
import type { Asking } from './asking.ts';

/** So long does an instance get that answers from memory. */
const timeoutMs = 5_000;

export const userKeys =
  ({ ask }: Pick<Asking, 'ask'>) =>
  async (): Promise<JSONWebKeySet> =>
    (await ask('rs-authentication', { target: routes.getKeySet.path, timeoutMs })) as JSONWebKeySet;
