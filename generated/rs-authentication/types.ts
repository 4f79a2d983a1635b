// Generated from contracts/rs-authentication/schemas — do not edit.
import type { Problem } from '../common/types.ts';
export type { Problem } from '../common/types.ts';

/** A token and what it says. */
export interface Authentication {
  /** How the token is presented. */
  token_type: 'bearer';
  /** The project, or `instance`. */
  tenant: string;
  /** The same. */
  scope: string;
  /** The person's role there. */
  role: string;
  /** The person's login. */
  sub: string;
  /** The same. */
  email: string;
  /** Who vouched for the person; absent when this platform did. */
  service_provider_name?: string;
  /** The signed token. */
  access_token: string;
  /** Seconds until it runs out. */
  expires_in: number;
}

/** Why a person gets no token. */
export type AuthenticationError =
  | 'ACCOUNT_UNKNOWN'
  | 'ACCOUNT_PENDING'
  | 'ACCOUNT_INACTIVE'
  | 'ACCOUNT_INACTIVE_PASSWORD'
  | 'ACCOUNT_LOCKED'
  | 'USER_UNKNOWN'
  | 'USER_WAITING_ACCOUNT_ACTIVE'
  | 'USER_WAITING_ACCESS'
  | 'USER_WAITING_EMAIL_VERIFICATION'
  | 'USER_ACCESS_DENIED'
  | 'USER_ACCESS_INACTIVE'
  | 'INSTANCE_ACCESS_DENIED';

/** REGARDS's own form of a refusal, which its web client reads. */
export interface AuthenticationRefusal {
  additionalInformation: AuthenticationRefusalReason;
  /** One sentence for people. */
  detailMessage: string;
  /**
   * Always empty.
   *
   * @maxItems 0
   */
  stackTrace: string[];
  /**
   * Always empty.
   *
   * @maxItems 0
   */
  suppressedExceptions: string[];
}

/** The reason that programs read. */
export interface AuthenticationRefusalReason {
  error: AuthenticationError;
}

/** A public key (RFC 7517 §4); never a private member. */
export interface JsonWebKey {
  /** Family of algorithms. */
  kty: string;
  /** What a token's header names it by. */
  kid: string;
  /** Always `sig`. */
  use?: string;
  /** The algorithm it is used with. */
  alg?: string;
  /** The curve. */
  crv?: string;
  /** A coordinate of the public point. */
  x?: string;
  /** The other one, where the curve has two. */
  y?: string;
}

/** The public keys of the platform's tokens. */
export interface JsonWebKeySet {
  /**
   * Those in use, and those in use before.
   *
   * @maxItems 100
   */
  keys: JsonWebKey[];
}

/** Why there is no token, or why the request cannot be read. */
export type TokenRefused = AuthenticationRefusal | Problem;

/** The token that is to count no more. */
export interface TokenRevocation {
  /** The token of the request itself. */
  token: string;
}

/** A person's login and password, and where they log in. */
export interface UserAuthentication {
  /** Always `password`; not looked at. */
  grant_type?: string | null;
  /**
   * @deprecated
   * The same in REGARDS's other spelling.
   */
  'grant-type'?: string | null;
  /** The login. */
  username?: string | null;
  /** The password. */
  password?: string | null;
  /** The project or `instance`; equal to the one of the query or header. */
  scope?: string | null;
}
