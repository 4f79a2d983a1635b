/** rs-authentication as those need it who verify its tokens. */
import { rsAuthentication } from 'rs-authentication';
import { verify } from './provider.ts';
import { sceneOf } from './scene.ts';

/** Holds rs-authentication to a pact about its keys; `folder` is that of the edge. */
export async function verifyKeys(folder: string): Promise<void> {
  const settings = { 'regards.authentication.client.secret': 'secret' };
  const scene = await sceneOf([{ service: rsAuthentication, overrides: { settings } }]);
  const states = { 'rs-authentication signs tokens': () => Promise.resolve() };
  const url = scene.url('rs-authentication');
  try {
    await verify({ folder, name: 'rs-authentication', url, states });
  } finally {
    await scene.close();
  }
}
