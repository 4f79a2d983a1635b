/** Two virtual hosts of their own for a test, made and removed through the broker's HTTP API. */

export interface VirtualHosts {
  readonly instanceUrl: string;
  readonly multitenantUrl: string;
  drop(): Promise<void>;
}

/** @param managementUrl address of the HTTP API, user and password included */
export async function createVirtualHosts({
  amqpUrl,
  managementUrl,
  name,
}: {
  readonly amqpUrl: string;
  readonly managementUrl: string;
  readonly name: string;
}): Promise<VirtualHosts> {
  const hosts = [`${name}.instance`, `${name}.multitenant`];
  const { username } = new URL(managementUrl);
  for (const host of hosts) {
    await manage(managementUrl, 'PUT', `/api/vhosts/${host}`, {});
    await manage(managementUrl, 'PUT', `/api/permissions/${host}/${username}`, {
      configure: '.*',
      write: '.*',
      read: '.*',
    });
  }
  const [instanceUrl = '', multitenantUrl = ''] = hosts.map((host) => `${amqpUrl}/${host}`);
  return {
    instanceUrl,
    multitenantUrl,
    drop: async () => {
      for (const host of hosts) await manage(managementUrl, 'DELETE', `/api/vhosts/${host}`);
    },
  };
}

async function manage(managementUrl: string, method: string, path: string, body?: object): Promise<void> {
  const { username, password, origin } = new URL(managementUrl);
  const answer = await fetch(origin + path, {
    method,
    headers: { authorization: `Basic ${btoa(`${username}:${password}`)}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  await answer.text();
  if (!answer.ok) throw new Error(`the broker's API answered ${answer.status} to ${method} ${path}`);
}
