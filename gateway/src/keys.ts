/** The public keys of users' tokens, asked of an instance of rs-authentication. */
import { routes } from '@regards/generated/rs-authentication/routes';
import type { JSONWebKeySet } from '@regards/security';
import { request } from 'undici';

/** So long does an instance get that answers from memory. */
const answerMs = 5_000;

/** @param find address of an instance of a service */
export const userKeys = (find: (service: string) => string | undefined) => async (): Promise<JSONWebKeySet> => {
  const url = find('rs-authentication');
  if (url === undefined) throw new Error('there is no instance of rs-authentication to ask for its keys');
  const { statusCode, body } = await request(`${url}${routes.getKeySet.path}`, {
    headersTimeout: answerMs,
    bodyTimeout: answerMs,
  });
  if (statusCode !== 200) {
    await body.dump();
    throw new Error(`rs-authentication answered ${statusCode} when asked for its keys`);
  }
  return (await body.json()) as JSONWebKeySet;
};
