/** The documentation under /docs: read into memory at start, so that no request ever names a file of the disk. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

export interface PortalFile {
  readonly type: string;
  readonly tag: string;
  readonly plain: Buffer;
  readonly zipped: Buffer;
}

export type Portal = ReadonlyMap<string, PortalFile>;

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
};

/** Scripts and styles of the portal alone, calls to this gateway alone, framed by nobody. */
export const portalHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
    "form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cache-Control': 'no-cache',
};

/** The setting's folder, from the root of the installation; '' when the documentation is hidden. */
export const portalFolder = (setting: string): string =>
  setting === '' ? '' : path.resolve(import.meta.dirname, '../..', setting);

/** The files of the folder that `make portal` built by name; none when there is no folder. */
export function readPortal(folder: string): Portal {
  if (folder === '' || !existsSync(folder)) return new Map();
  return new Map(
    readdirSync(folder).flatMap((name): [string, PortalFile][] => {
      const type = types[path.extname(name)];
      if (type === undefined) return [];
      const plain = readFileSync(path.join(folder, name));
      const tag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`;
      return [[name, { type, tag, plain, zipped: gzipSync(plain) }]];
    }),
  );
}

/** The file that a path below /docs/ asks for. */
export const portalFile = (portal: Portal, page: string): PortalFile | undefined =>
  portal.get(page.slice('/docs/'.length) || 'index.html');
