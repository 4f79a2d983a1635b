/** The documentation under /docs: its files and nothing else, with headers that let nothing foreign in. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { silentLog, systemClock } from '@regards/core';
import { createMetrics } from '@regards/telemetry';
import { assemble } from '../src/assembly.ts';
import type { Assembly } from '../src/assembly.ts';
import { portalFolder, readPortal } from '../src/portal.ts';
import type { Portal } from '../src/portal.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'regards-portal-'));
const metrics = createMetrics({ service: 'rs-gateway' });
const opened: Assembly[] = [];
let base = '';
let hidden = '';

async function open(portal: Portal): Promise<string> {
  const gateway = assemble({
    instances: { addresses: () => [] },
    tokens: { verify: () => Promise.resolve({ tenant: 'demo', login: 'ada@example.org', role: 'EXPLOIT' }) },
    contracts: {},
    metrics,
    portal,
    ready: () => true,
    clock: systemClock,
    log: silentLog,
  });
  opened.push(gateway);
  await new Promise<void>((resolve) => gateway.server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(gateway.server.address() as AddressInfo).port}`;
}

beforeAll(async () => {
  writeFileSync(path.join(folder, 'index.html'), '<!doctype html><title>Documentation</title>');
  writeFileSync(path.join(folder, 'portal.css'), 'body { margin: 0 }'.repeat(100));
  writeFileSync(path.join(folder, 'secret.pem'), 'not a page');
  base = await open(readPortal(folder));
  hidden = await open(readPortal(portalFolder('')));
});

afterAll(async () => {
  rmSync(folder, { recursive: true });
  for (const gateway of opened) {
    gateway.server.closeAllConnections();
    gateway.server.close();
    await gateway.close();
  }
  metrics.close();
});

/** Without the client's own tidying of paths. */
const raw = (address: string, target: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    httpRequest(address, { path: target }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    })
      .on('error', reject)
      .end();
  });

test('the first page is served to anybody, and runs nothing that is not the portal’s', async () => {
  const answer = await fetch(`${base}/docs/`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(await answer.text()).toContain('Documentation');
  const policy = answer.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain('unsafe');
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
});

test('/docs leads to /docs/ by a relative address, which holds behind a prefix', async () => {
  const answer = await fetch(`${base}/docs`, { redirect: 'manual' });
  expect([answer.status, answer.headers.get('location')]).toEqual([308, 'docs/']);
});

test('a file that has not changed is not sent again, and a zipped one is smaller', async () => {
  const first = await fetch(`${base}/docs/portal.css`);
  expect(first.headers.get('content-encoding')).toBe('gzip');
  expect(await first.text()).toHaveLength(1800);
  const again = await fetch(`${base}/docs/portal.css`, {
    headers: { 'If-None-Match': first.headers.get('etag') ?? '' },
  });
  expect([again.status, await again.text()]).toEqual([304, '']);
  const plain = await fetch(`${base}/docs/portal.css`, { headers: { 'Accept-Encoding': 'identity' } });
  expect(plain.headers.get('content-encoding')).toBeNull();
  expect(plain.headers.get('content-length')).toBe('1800');
});

test.each([
  '/docs/secret.pem',
  '/docs/none.html',
  '/docs/../package.json',
  '/docs/%2e%2e/package.json',
  '/docs//index.html',
  '/docs/constructor',
  '/docsify',
])('%s is none of its files', async (target) => {
  expect(await raw(base, target)).toBe(404);
});

test('it is read, not written to', async () => {
  expect((await fetch(`${base}/docs/`, { method: 'POST' })).status).toBe(405);
});

test('an empty setting hides it', async () => {
  expect((await fetch(`${hidden}/docs/`)).status).toBe(404);
  expect((await fetch(`${hidden}/docs`, { redirect: 'manual' })).status).toBe(404);
});
