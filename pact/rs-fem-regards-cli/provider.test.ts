/** The command-line tool is held to what rs-fem relies on: its own code sends the request. */
import { afterAll, beforeAll, test } from '@jest/globals';
import { featureCreationRequest, featureRequest } from '@regards/generated/rs-fem/messages';
import { submit } from 'regards/submission';
import { imageFeature, submission } from '../src/products.ts';
import { verify } from '../src/provider.ts';
import { sceneOf } from '../src/scene.ts';
import type { Scene } from '../src/scene.ts';

let scene: Scene;

beforeAll(async () => {
  scene = await sceneOf([]);
}, 60_000);

afterAll(() => scene.close());

test('the command-line tool keeps what rs-fem relies on', async () => {
  const { broker, amqp } = scene.platform;
  const sent = await scene.hear(featureCreationRequest);
  await broker.declare(featureRequest.virtualHost, [featureRequest.exchange]);
  await verify({
    folder: import.meta.dirname,
    name: 'regards-cli',
    states: { 'somebody submits a feature': () => Promise.resolve() },
    messages: {
      'a feature is submitted': async () => {
        const submitted = submit(submission('', amqp.multitenant, imageFeature as never));
        const message = await sent();
        const checked = featureCreationRequest.headers?.(message.headers);
        if (checked?.valid === false) throw new Error(checked.faults.join(' '));
        const requestId = String(message.headers['regards.request.id']);
        await broker.publish('demo', featureRequest, [{ payload: { type: 'CREATION', state: 'SUCCESS', requestId } }]);
        await submitted;
        return message;
      },
    },
  });
}, 60_000);
