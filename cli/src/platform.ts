/** The platform as commands use it: REST through its gateway with generated clients, as one caller of one project. */
import { randomUUID } from 'node:crypto';
import { CallFailedError, silentLog } from '@regards/core';
import type { CallContext } from '@regards/core';
import { rsAuthenticationClient } from '@regards/generated/rs-authentication/client';
import { rsCatalogClient } from '@regards/generated/rs-catalog/client';
import { rsDamClient } from '@regards/generated/rs-dam/client';
import { rsFemClient } from '@regards/generated/rs-fem/client';
import { createTransport } from '@regards/http';
import { bodyOf, CommandError } from './fault.ts';
import { keptSession, platformFile } from './session.ts';
import type { Session } from './session.ts';

export interface Connect {
  /** Path of a platform's description, instead of the kept session. */
  readonly platform?: string | undefined;
  readonly project?: string | undefined;
}

/** Calls through a gateway; its clients know services by name, as inside the platform. */
export function gatewayClients(gateway: string) {
  const transport = createTransport({
    find: (service, tried) => (tried.length > 0 ? undefined : `${gateway.replace(/\/+$/, '')}/api/v1/${service}`),
    serviceToken: () => Promise.reject(new CommandError('there is no token: run `regards login` first')),
    log: silentLog,
  });
  return {
    authentication: rsAuthenticationClient(transport),
    catalog: rsCatalogClient(transport),
    dam: rsDamClient(transport),
    fem: rsFemClient(transport),
    close: () => transport.close(),
  };
}

export interface Login {
  readonly gateway: string;
  readonly project: string;
  readonly user: string;
  readonly password: string;
  readonly client: { readonly id: string; readonly secret: string };
  readonly amqp?: string | undefined;
}

/** Asks for a token. @throws CommandError with the platform's reason */
export async function logIn({ gateway, project, user, password, client, amqp }: Login): Promise<Session> {
  const clients = gatewayClients(gateway);
  const authorization = `Basic ${Buffer.from(`${client.id}:${client.secret}`).toString('base64')}`;
  try {
    const answer = await clients.authentication.createToken(
      { tenant: project, correlationId: randomUUID(), authorization },
      { scope: project, body: { username: user, password, scope: project, grant_type: 'password' } },
    );
    const { access_token: token, expires_in: seconds } = bodyOf('The login', answer, 200);
    return { gateway, project, user, token, expires: Date.now() + seconds * 1000, amqp };
  } catch (failure) {
    throw reachable(gateway, failure);
  } finally {
    clients.close();
  }
}

/**
 * The kept session, or the administrator of a local platform's first project. @throws CommandError that says what to
 * do
 */
export async function session({ platform: place, project }: Connect): Promise<Session> {
  const kept = place === undefined ? await keptSession() : undefined;
  if (kept && (project === undefined || kept.project === project)) return kept;
  const platform = await platformFile(place);
  if (!platform)
    throw new CommandError('there is no session: run `regards login`, or start a platform here with `make up`');
  const scope = project ?? platform.tenants[0];
  const account =
    platform.accounts.find((one) => one.scope === scope && one.role === 'PROJECT_ADMIN') ??
    platform.accounts.find((one) => one.role === 'INSTANCE_ADMIN');
  if (scope === undefined || !account)
    throw new CommandError('the description of the platform names no account to use');
  const { gateway, oauthClient, amqp } = platform;
  return logIn({
    gateway,
    project: scope,
    user: account.login,
    password: account.password,
    client: oauthClient,
    amqp: amqp.multitenant,
  });
}

export const contextOf = ({ project, token }: Session): CallContext => ({
  tenant: project,
  correlationId: randomUUID(),
  token,
});

function reachable(gateway: string, failure: unknown): unknown {
  return failure instanceof CallFailedError && failure.reason === 'unreachable'
    ? new CommandError(`nobody answers at ${gateway}: is the platform up? (make status)`)
    : failure;
}
