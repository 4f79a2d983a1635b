/** The platform under attack as `make up` describes it in .run/platform.json. */
import { readFile } from 'node:fs/promises';

export interface PlatformDescription {
  readonly gateway: string;
  readonly registry: readonly string[];
  readonly config: readonly string[];
  readonly amqp: { readonly multitenant: string; readonly management: string };
  readonly oauthClient: { readonly id: string; readonly secret: string };
  readonly accounts: readonly {
    readonly login: string;
    readonly password: string;
    readonly scope: string;
    readonly role: string;
  }[];
  readonly instances: readonly { readonly service: string; readonly id: string; readonly url: string }[];
  readonly expiredToken?: string;
}

/** @throws Error that says what to do when there is no such file */
export async function readDescription(file: string): Promise<PlatformDescription> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new Error(`${file} cannot be read; start a platform with make up, or name its description with --platform`, {
      cause,
    });
  });
  // written by the platform
  return JSON.parse(text) as PlatformDescription;
}
