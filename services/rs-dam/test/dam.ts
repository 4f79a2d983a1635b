/** rs-dam on a platform of its own, called over HTTP as an administrator of the project. */
import { createTestPlatform, request } from '@regards/testing';
import type { TestAnswer, TestPlatform } from '@regards/testing';
import { rsDam } from '../src/index.ts';

export interface Dam {
  readonly platform: TestPlatform;
  readonly tenant: string;
  /** Calls as PROJECT_ADMIN, or with the token given. */
  call(method: string, path: string, body?: unknown, token?: string): Promise<TestAnswer>;
  /** Sends a model file. */
  importModel(xml: string | Uint8Array, name?: string): Promise<TestAnswer>;
  /** The token of a caller of the project. */
  token(role: string): Promise<string>;
  readonly url: string;
}

export async function startDam(tenant = 'ocean', others: readonly string[] = []): Promise<Dam> {
  const platform = await createTestPlatform({ tenants: [tenant, ...others], logLevel: 'error' });
  const { url } = await platform.start(rsDam);
  const token = (role: string): Promise<string> => platform.userToken({ tenant, role });
  const admin = await token('PROJECT_ADMIN');
  return {
    platform,
    tenant,
    url,
    token,
    call: (method, path, body, given = admin) => request(method, `${url}${path}`, { token: given, body }),
    async importModel(xml, name = 'model.xml') {
      const form = new FormData();
      form.append(
        'file',
        new Blob([typeof xml === 'string' ? xml : new Uint8Array(xml)], { type: 'application/xml' }),
        name,
      );
      const sent = new Response(form);
      const headers = { 'content-type': sent.headers.get('content-type') ?? '' };
      return request('POST', `${url}/models/import`, {
        token: admin,
        headers,
        body: new Uint8Array(await sent.arrayBuffer()),
      });
    },
  };
}

/** The content of an envelope, or of each in a list or page. */
export function contentOf(body: unknown): unknown {
  if (Array.isArray(body)) return body.map(contentOf);
  const content = isObject(body) ? body['content'] : undefined;
  return Array.isArray(content) ? content.map(contentOf) : content;
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The member at a dotted path of an answer, through lists by number. */
export const at = (value: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((inner, step) => {
    if (Array.isArray(inner)) return inner[Number(step)];
    return isObject(inner) ? inner[step] : undefined;
  }, value);
