/** Calls the running platform as its users do: through the gateway, with a token. */
import { limits } from './limits.ts';
import { PlatformFailure, reasonOf } from './failure.ts';

export interface Answer {
  readonly status: number;
  /** The JSON body, or undefined. */
  readonly body: unknown;
  /** The request and what came of it, for messages. */
  readonly told: string;
}

export interface Gateway {
  call(
    method: string,
    path: string,
    options?: { readonly token?: string; readonly body?: unknown; readonly scope?: string },
  ): Promise<Answer>;
  /** A token by the password grant. Throws PlatformFailure when it is refused. */
  token(login: string, password: string, scope: string): Promise<string>;
}

/** The gateway at `url`, for the given OAuth client; calls end when `signal` is aborted. */
export function gatewayAt(
  url: string,
  client: { readonly id: string; readonly secret: string },
  signal: AbortSignal,
): Gateway {
  const send = async (
    method: string,
    path: string,
    headers: Record<string, string>,
    body: unknown,
  ): Promise<Answer> => {
    const address = `${url}/api/v1/${path}`;
    const request = {
      method,
      headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.any([signal, AbortSignal.timeout(limits.callMs)]),
    };
    try {
      const answer = await fetch(address, request);
      const text = await answer.text();
      return {
        status: answer.status,
        body: parsed(text),
        told: `${method} ${address} answered ${answer.status}: ${text.slice(0, 300)}`,
      };
    } catch (failure) {
      signal.throwIfAborted();
      return { status: 0, body: undefined, told: `${method} ${address} failed: ${reasonOf(failure)}` };
    }
  };
  return {
    call: (method, path, { token, body, scope } = {}) =>
      send(
        method,
        path,
        {
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
          ...(scope === undefined ? {} : { scope }),
        },
        body,
      ),
    async token(login, password, scope) {
      const authorization = `Basic ${btoa(`${client.id}:${client.secret}`)}`;
      const body = { grant_type: 'password', username: login, password, scope };
      const answer = await send(
        'POST',
        `rs-authentication/oauth/token?scope=${encodeURIComponent(scope)}`,
        { authorization },
        body,
      );
      const token = member(answer.body, 'access_token');
      if (answer.status !== 200 || typeof token !== 'string')
        throw new PlatformFailure(`${login} cannot log in to ${scope}: ${answer.told}`);
      return token;
    },
  };
}

/** A member of a JSON object, undefined when there is none. */
export const member = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Object.entries(value).find(([key]) => key === name)?.[1] : undefined;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
