/** Instances that only answer, register and renew, many in one process: `node lodgings.ts SERVICE COUNT URL…` */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { silentLog } from '@regards/core';
import { register } from '@regards/discovery';

const [service = '', count = '1', ...registryUrls] = process.argv.slice(2);
const registered = Array.from({ length: Number(count) }, async (_, place) => {
  const server = createServer((_request, response) => void response.end('here'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const instance = { service, instanceId: `${service}:${place + 1}`, host: '127.0.0.1', port, metadata: {} };
  await register({ registryUrls, instance, log: silentLog }).registered;
});
await Promise.all(registered);
process.stdout.write('ready\n');
