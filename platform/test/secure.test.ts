/** A gateway that is given a certificate: where it is, and whether it is well. */
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { decide } from '../src/decide.ts';
import { drawSecrets } from '../src/draw-secrets.ts';
import { urlsOf } from '../src/plan.ts';
import { answers } from '../src/program.ts';
import { readRequest } from '../src/request.ts';
import { scratchFolders } from './stand-ins.ts';

test('its address begins with https, and that of nobody else', async () => {
  const scratch = await scratchFolders();
  const request = readRequest({ REGARDS_GATEWAY_TLS_CERTIFICATE: '/cert.pem' });
  const plan = await decide(request, await drawSecrets(scratch.folders), scratch.folders);
  expect(urlsOf(plan, 'rs-gateway')).toEqual([expect.stringMatching(/^https:/)]);
  expect(urlsOf(plan, 'rs-config')).toEqual([expect.stringMatching(/^http:/)]);
  await scratch.remove();
});

test('it is asked how it is over TLS, whomever its certificate names', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'platform-tls-'));
  const [key, cert] = ['key.pem', 'cert.pem'].map((name) => path.join(folder, name));
  const options = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '1'];
  execFileSync('openssl', [...options, '-subj', '/CN=elsewhere', '-keyout', key ?? '', '-out', cert ?? ''], {
    stdio: 'ignore',
  });
  const [keyText, certText] = await Promise.all([key, cert].map((file) => readFile(file ?? '', 'utf8')));
  const server = createServer({ key: keyText, cert: certText }, (request, response) => {
    response.writeHead(request.url === '/well' ? 200 : 503).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const asked = (page: string): Promise<boolean> => answers(`${url}${page}`, AbortSignal.timeout(5000));
  expect([await asked('/well'), await asked('/ill')]).toEqual([true, false]);
  server.close();
  server.closeAllConnections();
  await rm(folder, { recursive: true });
});
