/** What the viewer does with the platform: logs in, and asks for the newest scenes of a region. */
import { AuthenticationTokensApi, CatalogStacApi, Configuration } from '@regards/client';

/** @param platform address of the gateway; @returns a token for the project `demo` */
export async function logIn(platform: string, login: string, password: string): Promise<string> {
  const client = new Configuration({ basePath: `${platform}/api/v1`, username: 'client', password: 'secret' });
  const { accessToken } = await new AuthenticationTokensApi(client).createToken({
    scope: 'demo',
    userAuthentication: { username: login, password },
  });
  return accessToken;
}

export interface Scene {
  readonly id: string;
  readonly collection: string;
  readonly taken: string;
}

/** @param bbox west, south, east, north in degrees; @returns at most five, newest first */
export async function newestScenes(platform: string, token: string, bbox: number[]): Promise<Scene[]> {
  const catalogue = new CatalogStacApi(new Configuration({ basePath: `${platform}/api/v1`, accessToken: token }));
  const { features } = await catalogue.searchItems({
    stacSearchBody: { bbox, limit: 5, sortby: [{ field: 'datetime', direction: 'desc' }] },
  });
  return features.map(({ id, collection, properties }) => ({
    id,
    collection: collection ?? '',
    taken: String(properties['datetime']),
  }));
}
