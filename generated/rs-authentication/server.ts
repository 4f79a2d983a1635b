// Generated from contracts/rs-authentication/openapi.yaml — do not edit.
import type { Call, Refusal } from '@regards/core';
import type {
  Authentication,
  AuthenticationRefusal,
  JsonWebKeySet,
  TokenRevocation,
  UserAuthentication,
} from './types.ts';

/** What rs-authentication implements: one method an operation, each answering with a status its contract declares. */
export interface RsAuthenticationServer {
  /**
   * Gives a token for a login and a password.
   * OAuth 2.0's password grant (RFC 6749 §4.3) as REGARDS has it. The client proves itself by HTTP Basic. `scope`,
   * the project or `instance`, is in the query or in a header of that name, and may be repeated in the body; two
   * that differ are refused. The other parameters are in the body, JSON or form, or in the query. Repeated wrong
   * passwords lock the account. A body that cannot be read is refused with the platform's common error.
   * POST /oauth/token · NONE
   */
  createToken(call: Call, request: CreateTokenRequest): Promise<CreateTokenResult>;

  /**
   * Publishes the keys that verify tokens.
   * A JSON Web Key Set (RFC 7517 §5) of public keys.
   * GET /.well-known/jwks.json · NONE
   */
  getKeySet(call: Call, request: GetKeySetRequest): Promise<GetKeySetResult>;

  /**
   * Logs out.
   * The token that the caller sends, once more in the body (RFC 7009 §2.1), counts no more, everywhere within 5 s;
   * with `all` no token does that they were given in its project until now.
   * POST /oauth/revoke · PUBLIC
   */
  revokeToken(call: Call, request: RevokeTokenRequest): Promise<RevokeTokenResult>;
}

/** The parameters of createToken. */
export interface CreateTokenRequest {
  /** The project to log in to, or `instance`. */
  readonly scope?: string | undefined;
  /** Always `password`; not looked at. */
  readonly grant_type?: string | undefined;
  /** The login; the body's wins. */
  readonly username?: string | undefined;
  /** The password; the body's wins. */
  readonly password?: string | undefined;
  /** The body. */
  readonly body?: UserAuthentication | undefined;
}

/** What createToken may answer. */
export type CreateTokenResult =
  | { status: 200; body: Authentication; headers?: Readonly<Record<string, string>> }
  | { status: 400; body: AuthenticationRefusal; headers?: Readonly<Record<string, string>> }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 413; error: Refusal }
  | { status: 415; error: Refusal }
  | { status: 422; error: Refusal }
  | { status: 429; error: Refusal };

/** getKeySet takes no parameters. */
export type GetKeySetRequest = Readonly<Record<never, never>>;

/** What getKeySet may answer. */
export type GetKeySetResult =
  { status: 200; body: JsonWebKeySet; headers?: Readonly<Record<string, string>> } | { status: 401; error: Refusal };

/** The parameters of revokeToken. */
export interface RevokeTokenRequest {
  /** Whether all tokens of the caller in the project are meant. */
  readonly all?: boolean | undefined;
  /** The body. */
  readonly body: TokenRevocation;
}

/** What revokeToken may answer. */
export type RevokeTokenResult =
  | { status: 200; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 413; error: Refusal }
  | { status: 415; error: Refusal }
  | { status: 422; error: Refusal };
