/** Addresses of the STAC API as its links give them: public, and with the scope of callers who have no token. */
import type { Call } from '@regards/core';

export interface StacLink {
  readonly rel: string;
  readonly href: string;
  readonly type?: string;
  readonly title?: string;
  readonly method?: 'GET' | 'POST';
  readonly body?: Record<string, unknown>;
  readonly merge?: boolean;
}

export const json = 'application/json';
export const geoJson = 'application/geo+json';
export const schemaJson = 'application/schema+json';

/** OGC API Features Part 3 §6.2 */
export const queryablesRelation = 'http://www.opengis.net/def/rel/ogc/1.0/queryables';

/** Builds links for one caller. Path segments are encoded; query parameters that are undefined are left out. */
export class Links {
  readonly #root: string;
  readonly #scope: Readonly<Record<string, string>>;

  constructor(call: Pick<Call, 'publicUrl' | 'tenant' | 'token'>) {
    this.#root = `${call.publicUrl}/stac`;
    this.#scope = call.token === undefined ? { scope: call.tenant } : {};
  }

  address(segments: readonly string[] = [], query: Readonly<Record<string, string | undefined>> = {}): string {
    const path = segments.map((segment) => `/${encodeURIComponent(segment)}`).join('');
    const parameters = new URLSearchParams();
    for (const [name, value] of Object.entries({ ...query, ...this.#scope })) {
      if (value !== undefined) parameters.set(name, value);
    }
    const text = parameters.toString();
    return `${this.#root}${path}${text === '' ? '' : `?${text}`}`;
  }

  /** The address that was asked for, with other query parameters; a token in it stays the caller's secret. */
  asked(requestUrl: string, query: Readonly<Record<string, string>> = {}): string {
    const { pathname, searchParams } = new URL(requestUrl, 'http://localhost');
    searchParams.delete('token');
    for (const [name, value] of Object.entries({ ...this.#scope, ...query })) searchParams.set(name, value);
    const text = searchParams.toString();
    return `${this.#root}${pathname.replace(/^\/stac/, '')}${text === '' ? '' : `?${text}`}`;
  }

  root(): StacLink {
    return { rel: 'root', href: this.address(), type: json };
  }

  to(rel: string, segments: readonly string[], type: string, more: Partial<StacLink> = {}): StacLink {
    return { rel, href: this.address(segments), type, ...more };
  }
}
