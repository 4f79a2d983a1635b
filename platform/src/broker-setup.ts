/** The virtual hosts REGARDS works on, made through the broker's HTTP API. */
import { limits } from './limits.ts';
import { PlatformFailure, reasonOf } from './failure.ts';

export const virtualHosts = {
  instance: 'regards.instance.manager',
  multitenant: 'regards.multitenant.manager',
} as const;

/** Makes both virtual hosts for the user of `managementUrl`. Throws PlatformFailure when the broker refuses. */
export async function setupVirtualHosts(managementUrl: string): Promise<void> {
  const { origin, username, password } = new URL(managementUrl);
  const put = async (path: string, body: object): Promise<void> => {
    const answer = await fetch(`${origin}/api/${path}`, {
      method: 'PUT',
      headers: {
        'content-type': 'application/json',
        authorization: `Basic ${btoa(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`)}`,
      },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(limits.callMs),
    });
    await answer.arrayBuffer();
    if (!answer.ok) throw new PlatformFailure(`the broker at ${origin} answers ${answer.status} to PUT /api/${path}`);
  };
  try {
    for (const host of Object.values(virtualHosts)) {
      await put(`vhosts/${host}`, {});
      await put(`permissions/${host}/${encodeURIComponent(decodeURIComponent(username))}`, {
        configure: '.*',
        write: '.*',
        read: '.*',
      });
    }
  } catch (failure) {
    if (failure instanceof PlatformFailure) throw failure;
    throw new PlatformFailure(`the broker's HTTP API at ${origin} cannot be reached: ${reasonOf(failure)}`, {
      cause: failure,
    });
  }
}

/** A broker's address with a virtual host. */
export const withVirtualHost = (brokerUrl: string, host: string): string =>
  `${brokerUrl.replace(/\/+$/, '')}/${encodeURIComponent(host)}`;
