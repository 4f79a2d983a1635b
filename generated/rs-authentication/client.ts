// Generated from contracts/rs-authentication/openapi.yaml — do not edit.
import type { CallContext, Transport } from '@regards/core';
import { routes } from './routes.ts';
import type { CreateTokenRequest, GetKeySetRequest, RevokeTokenRequest } from './server.ts';
import type { Authentication, JsonWebKeySet, Problem, TokenRefused } from './types.ts';

/** The operations of rs-authentication as its callers use them: answers by status, no exception for a refusal. */
export interface RsAuthenticationClient {
  /**
   * Gives a token for a login and a password.
   * OAuth 2.0's password grant (RFC 6749 §4.3) as REGARDS has it. The client proves itself by HTTP Basic. `scope`,
   * the project or `instance`, is in the query or in a header of that name, and may be repeated in the body; two
   * that differ are refused. The other parameters are in the body, JSON or form, or in the query. Repeated wrong
   * passwords lock the account. A body that cannot be read is refused with the platform's common error.
   * POST /oauth/token · NONE
   */
  createToken(context: CallContext, request?: CreateTokenRequest): Promise<CreateTokenAnswer>;

  /**
   * Publishes the keys that verify tokens.
   * A JSON Web Key Set (RFC 7517 §5) of public keys.
   * GET /.well-known/jwks.json · NONE
   */
  getKeySet(context: CallContext, request?: GetKeySetRequest): Promise<GetKeySetAnswer>;

  /**
   * Logs out.
   * The token that the caller sends, once more in the body (RFC 7009 §2.1), counts no more, everywhere within 5 s;
   * with `all` no token does that they were given in its project until now.
   * POST /oauth/revoke · PUBLIC
   */
  revokeToken(context: CallContext, request: RevokeTokenRequest): Promise<RevokeTokenAnswer>;
}

/** Calls rs-authentication wherever an instance of it is. */
export const rsAuthenticationClient = (transport: Transport): RsAuthenticationClient => ({
  createToken: (context, request = {}) =>
    transport.send<CreateTokenAnswer>('rs-authentication', routes.createToken, context, request),

  getKeySet: (context, request = {}) =>
    transport.send<GetKeySetAnswer>('rs-authentication', routes.getKeySet, context, request),

  revokeToken: (context, request) =>
    transport.send<RevokeTokenAnswer>('rs-authentication', routes.revokeToken, context, request),
});

/** The contract that it was made from: an instance that serves another one is not called. */
rsAuthenticationClient.provider = { service: 'rs-authentication', version: '0.1.0' } as const;

/** What createToken answers. */
export type CreateTokenAnswer =
  | { status: 200; body: Authentication; headers: Readonly<Record<string, string>> }
  | { status: 400; body: TokenRefused; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 413; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 415; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 422; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 429; body: Problem; headers: Readonly<Record<string, string>> };

/** What getKeySet answers. */
export type GetKeySetAnswer =
  | { status: 200; body: JsonWebKeySet; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> };

/** What revokeToken answers. */
export type RevokeTokenAnswer =
  | { status: 200; body: undefined; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 413; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 415; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 422; body: Problem; headers: Readonly<Record<string, string>> };
