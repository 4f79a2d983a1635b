/** How many settings a service may have, and what becomes of one more. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { bounds } from '@regards/generated/rs-config/bounds';
import type { ServiceSettings } from '@regards/generated/rs-config/types';
import { startConfiguration } from './support/configuration.ts';
import type { TestConfiguration } from './support/configuration.ts';

const most = bounds['ServiceSettings.settings'];
let config: TestConfiguration;

beforeAll(async () => {
  config = await startConfiguration();
});
afterAll(() => config.close());

test('there may be as many settings as the contract says; one more is refused and nothing of it is kept', async () => {
  const others = Array.from({ length: most - 1 }, (_, at) => `others.${at}=${at}\n`);
  await config.write('application.properties', others.join(''));

  const last = await config.change('application', { 'regards.drain.ms': '5000' });
  expect(last.status).toBe(200);
  expect((last.body as ServiceSettings).settings).toHaveLength(most);

  const oneMore = await config.change('application', { 'regards.log.level': 'debug' });
  expect(oneMore).toMatchObject({
    status: 409,
    body: { type: 'urn:regards:problem:list-full', messages: [expect.stringContaining(`${most} settings of`)] },
  });
  const kept = await config.view('application');
  expect(kept.version).toBe((last.body as ServiceSettings).version);
  expect(kept.settings.map(({ key }) => key)).not.toContain('regards.log.level');

  // what is there already may be changed, and room may be made
  expect((await config.change('application', { 'regards.drain.ms': '6000' })).status).toBe(200);
  const instead = await config.change('application', { 'regards.drain.ms': null, 'regards.log.level': 'debug' });
  expect(instead.status).toBe(200);
  expect((instead.body as ServiceSettings).settings).toHaveLength(most);
});
