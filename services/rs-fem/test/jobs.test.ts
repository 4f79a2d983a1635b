/** Jobs and dead letters by REST and AMQP, as the framework serves them for every service. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DeadLetter, DeadLetterQueue, JobInfo } from '@regards/generated/common/types';
import { featureCreationRequest, featureDeletionRequest, jobEvent, stopJob } from '@regards/generated/rs-fem/messages';
import { until } from '@regards/testing';
import type { Heard } from '@regards/testing';
import { creation, startFem } from './fem.ts';
import type { Fem } from './fem.ts';

let fem: Fem;
let events: readonly Heard[];
beforeAll(async () => {
  fem = await startFem({ 'regards.jobs.scan.delay': '200' });
  events = await fem.platform.listen(jobEvent);
}, 60_000);
afterAll(() => fem.close());

interface Resource<Content> {
  readonly content: Content;
  readonly links: readonly { rel: string }[];
}

const later = () => new Date(Date.now() + 3_600_000).toISOString();

describe('jobs', () => {
  const page = async (query: string, asked = {}): Promise<Resource<JobInfo>[]> =>
    ((await fem.call('GET', `/jobs?${query}`, { role: 'ADMIN', ...asked })).body as { content: Resource<JobInfo>[] })
      .content;
  const waiting = async (): Promise<Resource<JobInfo>> => {
    const id = await fem.ask(featureCreationRequest, creation(), { 'regards.request.date': later() });
    await fem.answers(id, 1);
    return until(async () => (await page('state=PENDING'))[0]);
  };

  test('are listed by their state, given one by one, and stopped; then there is a link to run them again', async () => {
    const { content, links } = await waiting();
    expect(content).toMatchObject({ owner: 'rs-fem', className: expect.stringContaining('DueRequestsJob') });
    expect(links.map(({ rel }) => rel)).toEqual(['self', 'stop', 'list']);
    const stopped = await fem.call('POST', `/jobs/${content.id}/stop`, { role: 'ADMIN', instance: 1 });
    expect(stopped).toMatchObject({ status: 200, body: { content: { status: { status: 'ABORTED' } } } });
    expect((stopped.body as Resource<JobInfo>).links.map(({ rel }) => rel)).toEqual(['self', 'retry', 'list']);
    await until(() => events.some(({ payload }) => JSON.stringify(payload).includes('ABORTED')));
    expect((await fem.call('POST', `/jobs/${content.id}/retry`, { role: 'ADMIN' })).status).toBe(200);
    await until(async () => (await page('state=SUCCEEDED')).some((one) => one.content.id === content.id));
    expect((await fem.call('POST', `/jobs/${content.id}/stop`, { role: 'ADMIN' })).status).toBe(403);
  });

  test('are stopped by a message too', async () => {
    const { content } = await waiting();
    await fem.send(stopJob, [{ payload: { jobId: content.id } }]);
    await until(async () => (await page('state=ABORTED')).some((one) => one.content.id === content.id));
  });

  test('belong to their project, and to whoever may', async () => {
    const { content } = await waiting();
    const statuses = [
      { role: 'EXPLOIT', expected: 403 },
      { role: 'ADMIN', tenant: 'other', expected: 404 },
      { role: 'ADMIN', expected: 200 },
    ];
    for (const { expected, ...asked } of statuses)
      expect((await fem.call('GET', `/jobs/${content.id}`, asked)).status).toBe(expected);
    expect(await page('state=PENDING', { tenant: 'other' })).toEqual([]);
    expect((await fem.call('GET', '/jobs?state=SLEEPING', { role: 'ADMIN' })).status).toBe(400);
  });
});

describe('dead letters', () => {
  const admin = { role: 'PROJECT_ADMIN' };
  const queues = async (asked: object = admin): Promise<DeadLetterQueue[]> =>
    ((await fem.call('GET', '/dead-letters', asked)).body as Resource<DeadLetterQueue>[]).map(({ content }) => content);
  const resting = async (asked: object = admin) => (await queues(asked)).find(({ messages }) => messages > 0);

  test('are listed, filtered, read and put back, those of the project alone', async () => {
    // Without anything to answer to, a message that breaks its contract rests.
    await fem.send(featureDeletionRequest, [{ payload: { nonsense: 1 } }, { payload: { nonsense: 2 } }]);
    const queue = await until(resting);
    await until(async () => (await resting())?.messages === 2);
    expect(await resting({ ...admin, tenant: 'other' })).toBeUndefined();

    const letters = async (query = '', asked: object = admin) => {
      const { status, body } = await fem.call('GET', `/dead-letters/${queue.name}${query}`, asked);
      return { status, content: (body as { content?: Resource<DeadLetter>[] }).content?.map((one) => one.content) };
    };
    const { content = [] } = await letters('?size=1&page=1&reason=urn');
    expect(content).toMatchObject([{ tenant: 'demo', retries: 0, size: 14, queue: queue.name }]);
    expect((await letters('?type=Nothing')).content).toEqual([]);
    expect((await letters('', { ...admin, tenant: 'other' })).content).toEqual([]);
    expect((await letters('?tenant=other')).status).toBe(403);
    expect((await letters('', { role: 'ADMIN' })).status).toBe(403);

    // Messages sent together may come to rest in either order.
    const [letter] = content;
    const bodies = (await letters()).content?.map(async ({ id }) => {
      const one = await fem.call('GET', `/dead-letters/${queue.name}/letters/${id}`, { ...admin, instance: 1 });
      return (one.body as Resource<DeadLetter>).content.body;
    });
    expect(new Set(await Promise.all(bodies ?? []))).toEqual(new Set(['{"nonsense":1}', '{"nonsense":2}']));
    const missing = await fem.call('GET', `/dead-letters/${queue.name}.no`, admin);
    expect(missing.status).toBe(404);

    const replay = async (body: object, asked: object = admin) =>
      (await fem.call('POST', `/dead-letters/${queue.name}/replay`, { ...asked, body })).body;
    expect(await replay({}, { ...admin, tenant: 'other' })).toEqual({ replayed: 0 });
    expect(await replay({ ids: [letter?.id] })).toEqual({ replayed: 1 });
    // It breaks its contract as before, and rests again.
    await until(async () => (await resting())?.messages === 2);
  });
});
