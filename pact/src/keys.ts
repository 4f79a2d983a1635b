/** rs-authentication as those need it who verify its tokens. */
import { rsAuthentication } from 'rs-authentication';
import { verify } from './provider.ts';
import { sceneOf } from './scene.ts';

/** Holds rs-authentication to a pact about its keys; `folder` is that of the edge. */
export async function verifyKeys(folder: string): Promise<void> {
  const scene = await sceneOf([]);
  try {
    const settings = {
      'regards.security.signing.key': scene.platform.userKeyFile,
      'regards.authentication.client.secret': 'secret',
    };
    const { url } = await scene.platform.start(rsAuthentication, { settings });
    const states = { 'rs-authentication signs tokens': () => Promise.resolve() };
    await verify({ folder, name: 'rs-authentication', url, states });
  } finally {
    await scene.close();
  }
}
