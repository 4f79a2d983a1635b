/** Gives tokens: asks who the person is and what they are in the project, decides, signs. */
import { accessDenied, asService, instanceTenant, isTenantName, refusal, RefusedError } from '@regards/core';
import type { CallContext, Clock, Log } from '@regards/core';
import type { RsAdminInstanceClient } from '@regards/generated/rs-admin-instance/client';
import type { RsAdminClient } from '@regards/generated/rs-admin/client';
import type { ProjectUser } from '@regards/generated/rs-admin/types';
import type { AccountAuthentication } from '@regards/generated/rs-admin-instance/types';
import type {
  Authentication,
  AuthenticationError,
  JsonWebKey,
  JsonWebKeySet,
} from '@regards/generated/rs-authentication/types';
import { decide } from './domain.ts';
import type { TokenRequest } from './request.ts';

export interface TokenIssuer {
  issue(
    claims: { tenant: string; role: string; sub: string; email: string; accessGroups?: readonly string[] },
    validitySeconds: number,
    knownAt: Date,
  ): Promise<string>;
  publicKeySet(): Promise<{ readonly keys: readonly Partial<JsonWebKey>[] }>;
}

export interface TokenPorts {
  readonly accounts: Pick<RsAdminInstanceClient, 'getProject' | 'authenticateAccount'>;
  readonly users: Pick<RsAdminClient, 'getUserByEmail' | 'updateUser'>;
  readonly issuer: TokenIssuer;
  readonly clock: Clock;
  readonly log: Log;
  readonly rootLogin: string;
  readonly validitySeconds: number;
}

export type TokenAnswer = { readonly granted: Authentication } | { readonly denied: AuthenticationError };

export type TokenService = ReturnType<typeof tokenService>;

export function tokenService({ accounts, users, issuer, clock, log, rootLogin, validitySeconds }: TokenPorts) {
  async function refuseUnlessServed(context: CallContext, scope: string): Promise<void> {
    if (scope === instanceTenant) return;
    if (!isTenantName(scope)) throw noProject(scope);
    const answer = await accounts.getProject({ ...context, tenant: instanceTenant }, { projectName: scope });
    if (answer.status === 200 && !answer.body.content.isDeleted) return;
    throw noProject(scope);
  }

  async function authenticated(
    context: CallContext,
    { username, password }: TokenRequest,
  ): Promise<AccountAuthentication | undefined> {
    const inInstance = { ...context, tenant: instanceTenant };
    const answer = await accounts.authenticateAccount(inInstance, { email: username, body: { password } });
    if (answer.status === 200) return answer.body;
    if (answer.status === 404) return undefined;
    if (answer.status === 429) throw new RefusedError(refusal('too-many-requests', ...answer.body.messages));
    throw new Error(`rs-admin-instance answered ${answer.status} to an authentication`);
  }

  async function userOf(context: CallContext, { scope, username }: TokenRequest): Promise<ProjectUser | undefined> {
    if (scope === instanceTenant || isRoot(username)) return undefined;
    const answer = await users.getUserByEmail(context, { email: username });
    if (answer.status === 200) return answer.body.content;
    if (answer.status === 404) return undefined;
    throw noProject(scope); // deleted since it was looked at
  }

  /** A login is none the worse for a date that could not be noted. */
  async function noteConnection(context: CallContext, user: ProjectUser | undefined): Promise<void> {
    if (user?.id === undefined) return;
    const body = { id: user.id, lastConnection: clock.now().toISOString() };
    try {
      const { status } = await users.updateUser(context, { userId: user.id, body });
      if (status !== 200) log.warn({ email: user.email, status }, 'The date of a login was not noted.');
    } catch (error) {
      log.warn({ email: user.email, err: error }, 'The date of a login was not noted.');
    }
  }

  const noProject = (scope: string): RefusedError =>
    new RefusedError(accessDenied(`scope: there is no project "${scope}"`));

  const isRoot = (login: string): boolean => login.toLowerCase() === rootLogin.toLowerCase();

  return {
    async publicKeySet(): Promise<JsonWebKeySet> {
      return { keys: (await issuer.publicKeySet()).keys.map(publicMembers) };
    },

    /** Throws RefusedError when the scope is no project. */
    async create(call: CallContext, request: TokenRequest): Promise<TokenAnswer> {
      const { scope } = request;
      // What becomes of the person from here on revokes the token, even before it is signed.
      const knownAt = clock.now();
      const context = asService({ ...call, tenant: scope });
      await refuseUnlessServed(context, scope);
      const [account, user] = await Promise.all([authenticated(context, request), userOf(context, request)]);
      const decision = decide({
        scope,
        isRoot: account !== undefined && isRoot(account.email),
        account,
        user: user && { status: user.status, role: user.role.name },
      });
      if (!decision.granted || !account) return { denied: decision.granted ? 'ACCOUNT_UNKNOWN' : decision.error };
      const person = { tenant: scope, role: decision.role, sub: account.email, email: account.email };
      const [accessToken] = await Promise.all([
        issuer.issue({ ...person, ...(user ? { accessGroups: user.accessGroups } : {}) }, validitySeconds, knownAt),
        noteConnection(context, user),
      ]);
      return {
        granted: {
          token_type: 'bearer',
          tenant: scope,
          scope,
          role: person.role,
          sub: person.sub,
          email: person.email,
          access_token: accessToken,
          expires_in: validitySeconds,
        },
      };
    },
  };
}

/** Nothing of a key but what verifies (RFC 7517 §9). */
const publicMembers = ({ kty = '', kid = '', use, alg, crv, x, y }: Partial<JsonWebKey>): JsonWebKey => ({
  kty,
  kid,
  use,
  alg,
  crv,
  x,
  y,
});
