/** The certificate of the outer side, read again when its files change: no restart, no connection that is cut. */
import { readFile } from 'node:fs/promises';
import type { Server as TlsServer } from 'node:https';
import { createSecureContext } from 'node:tls';
import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from '@regards/core';
import { limits } from './limits.ts';

export interface CertificateFiles {
  /** PEM: the certificate, and those that lead to a known issuer. */
  readonly certificate: string;
  readonly key: string;
}

export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

/** Rejects when a file cannot be read, or when both do not belong together. */
export async function readCertificate(files: CertificateFiles): Promise<Certificate> {
  const [cert, key] = await Promise.all([readFile(files.certificate, 'utf8'), readFile(files.key, 'utf8')]);
  createSecureContext({ cert, key });
  return { cert, key };
}

/** Looks at the files from now on; one that is half written or wrong leaves the former in use. Returns what ends it. */
export function followCertificate(
  server: TlsServer,
  files: CertificateFiles,
  first: Certificate,
  log: Log,
): () => void {
  const ending = new AbortController();
  const follow = async (): Promise<void> => {
    for (let known = first; ;) {
      await pause(limits.certificateCheckMs, undefined, { signal: ending.signal, ref: false });
      try {
        const now = await readCertificate(files);
        if (now.cert === known.cert && now.key === known.key) continue;
        server.setSecureContext(now);
        known = now;
        log.info({ file: files.certificate }, 'a new certificate is in use');
      } catch (failure) {
        log.warn({ err: failure, file: files.certificate }, 'the certificate cannot be read; the former stays in use');
      }
    }
  };
  follow().catch(() => {}); // it ends by its signal
  return () => ending.abort();
}
