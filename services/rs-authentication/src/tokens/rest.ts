/** The operations on tokens and keys. */
import { entityInvalid, refusal } from '@regards/core';
import type { AuthenticationError, AuthenticationRefusal } from '@regards/generated/rs-authentication/types';
import type { RsAuthenticationServer } from '@regards/generated/rs-authentication/server';
import type { Logout } from './logout.ts';
import { provesClient, type OauthClient } from './client.ts';
import { tokenRequest } from './request.ts';
import { tokenIdentity } from './identity.ts';
import type { TokenService } from './service.ts';

/** RFC 6749 §5.1. */
const uncached = { 'Cache-Control': 'no-store', Pragma: 'no-cache' };

export const tokenOperations = (tokens: TokenService, logout: Logout, client: OauthClient): RsAuthenticationServer => ({
  async createToken(call, { body, ...query }) {
    if (!provesClient(call.headers['authorization'], client)) {
      return {
        status: 401,
        error: refusal('unauthenticated', 'Authorization: not the Basic credentials of an OAuth client'),
        headers: { ...uncached, 'WWW-Authenticate': 'Basic realm="regards"' },
      };
    }
    const request = tokenRequest(query, call.headers['scope'], body);
    const answer = await tokens.create(call, request);
    return 'granted' in answer
      ? { status: 200, body: answer.granted, headers: uncached }
      : { status: 400, body: refusalBody(request.username, answer.denied), headers: uncached };
  },

  async revokeToken(call, { all = false, body }) {
    const identity = call.token === undefined ? undefined : tokenIdentity(call.token);
    if (!identity) return { status: 401, error: refusal('unauthenticated', 'Only who has a token of a user logs out') };
    if (body.token !== call.token)
      return { status: 422, error: entityInvalid('token: only the token of the request itself is revoked') };
    await logout.revoke(call, identity, all);
    return { status: 200 };
  },

  async getKeySet() {
    return { status: 200, body: await tokens.publicKeySet() };
  },
});

/** The form in which REGARDS lets its exception out; its web client reads `additionalInformation.error`. */
const refusalBody = (login: string, error: AuthenticationError): AuthenticationRefusal => ({
  additionalInformation: { error },
  detailMessage: `Access denied for user ${login}. cause : user status is ${error}`,
  stackTrace: [],
  suppressedExceptions: [],
});
