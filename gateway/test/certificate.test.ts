/** TLS on the outside: by setting, and renewed without a restart. */
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:https';
import type { Server as TlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TLSSocket } from 'node:tls';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { silentLog, systemClock } from '@regards/core';
import { rsGatewaySettings } from '@regards/generated/rs-gateway/settings';
import { createMetrics } from '@regards/telemetry';
import { assemble } from '../src/assembly.ts';
import type { Assembly } from '../src/assembly.ts';
import { followCertificate, readCertificate } from '../src/certificate.ts';
import { limits } from '../src/limits.ts';
import { certificateFilesOf } from '../src/settings.ts';

let folder = '';
let files = { certificate: '', key: '' };
let gateway: Assembly;
let unfollow = (): void => {};
const metrics = createMetrics({ service: 'rs-gateway' });

const draw = (name: string): void => {
  const options = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '1'];
  const out = ['-subj', `/CN=${name}`, '-keyout', files.key, '-out', files.certificate];
  execFileSync('openssl', [...options, ...out], { stdio: 'ignore' });
};

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'gateway-tls-'));
  files = { certificate: path.join(folder, 'cert.pem'), key: path.join(folder, 'key.pem') };
  draw('first');
  const certificate = await readCertificate(files);
  gateway = assemble({
    instances: { addresses: () => [] },
    tokens: { verify: () => Promise.resolve({ tenant: 'demo', login: 'ada', role: 'EXPLOIT' }) },
    contracts: {},
    metrics,
    certificate,
    ready: () => true,
    clock: systemClock,
    log: silentLog,
  });
  await new Promise<void>((resolve) => gateway.server.listen(0, '127.0.0.1', resolve));
  unfollow = followCertificate(gateway.server as TlsServer, files, certificate, silentLog);
});

afterAll(async () => {
  unfollow();
  gateway.server.closeAllConnections();
  gateway.server.close();
  await gateway.close();
  metrics.close();
  await rm(folder, { recursive: true });
});

/** Status of the gateway's health, and whom its certificate names. */
const ask = (): Promise<readonly [number | undefined, string | undefined]> =>
  new Promise((resolve, reject) => {
    const { port } = gateway.server.address() as AddressInfo;
    const options = { port, host: '127.0.0.1', path: '/actuator/health', rejectUnauthorized: false, agent: false };
    request(options, (response) => {
      const name = (response.socket as TLSSocket).getPeerCertificate().subject.CN;
      response.resume();
      resolve([response.statusCode, [name].flat()[0]]);
    })
      .once('error', reject)
      .end();
  });

test('the gateway speaks TLS, a new certificate is in use at once, and one that is broken never', async () => {
  expect(await ask()).toEqual([200, 'first']);
  await writeFile(files.certificate, 'half a certificate');
  await pause(limits.certificateCheckMs + 300);
  expect(await ask()).toEqual([200, 'first']);
  draw('second');
  await pause(limits.certificateCheckMs + 300);
  expect(await ask()).toEqual([200, 'second']);
}, 20_000);

test('a certificate without its key is refused at start, and the setting is named', () => {
  const settings = rsGatewaySettings.read({ 'regards.gateway.tls.certificate': '/cert.pem' });
  expect(() => certificateFilesOf(settings)).toThrow('regards.gateway.tls.key');
  expect(certificateFilesOf(rsGatewaySettings.read({}))).toBeUndefined();
});
