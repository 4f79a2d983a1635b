/** The TypeScript package, compiled: logs in, searches, is refused. */
import { readFileSync } from 'node:fs';
import { AuthenticationTokensApi, CatalogStacApi, Configuration, ModelsApi, ResponseError } from '@regards/client';

const { gateway, oauthClient, accounts } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const { login, password, scope } = accounts.find(({ role }) => role === 'PROJECT_ADMIN');
const basePath = `${gateway}/api/v1`;

const client = new Configuration({ basePath, username: oauthClient.id, password: oauthClient.secret });
const { accessToken } = await new AuthenticationTokensApi(client).createToken({
  scope,
  userAuthentication: { username: login, password },
});
const configuration = new Configuration({ basePath, accessToken });
const { features } = await new CatalogStacApi(configuration).searchItems({ stacSearchBody: { limit: 3 } });
if (features.length !== 3) throw new Error(`3 items were asked for, ${features.length} came`);
const refused = await new ModelsApi(configuration).getModel({ modelName: 'NONE' }).catch((failure) => failure);
if (!(refused instanceof ResponseError) || refused.response.status !== 404) throw new Error(`no 404: ${refused}`);
console.log(`typescript: ${features.map(({ id }) => id).join(', ')}; ${(await refused.response.json()).messages[0]}`);
