/** Requests a minute of projects and users, at two gateways that share them: scenario G18. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { RateLimiter } from '../src/rate-limiter.ts';
import { openStage } from './support/stage.ts';
import type { Stage } from './support/stage.ts';

describe('the rate of a name', () => {
  test.each([60, 600, 6_000, 7])('is held to %d a minute within 5 percent, over five minutes', (perMinute) => {
    let now = 1e12;
    const limiter = new RateLimiter({ now: () => new Date(now) });
    let taken = 0;
    for (const end = now + 5 * 60_000; now < end; now += 1000 / 211) if (limiter.take('a', perMinute) === 0) taken += 1;
    expect(taken).toBeGreaterThanOrEqual(5 * perMinute * 0.95);
    expect(taken).toBeLessThanOrEqual(Math.max(5 * perMinute * 1.05, 5 * perMinute + 1));
  });

  test('lets a name ask when it was told it may, and not before', () => {
    let now = 1e12;
    const limiter = new RateLimiter({ now: () => new Date(now) });
    while (limiter.take('a', 60) === 0);
    const wait = limiter.take('a', 60);
    expect(wait).toBeGreaterThan(0);
    now += wait - 1;
    expect(limiter.take('a', 60)).toBeGreaterThan(0);
    now += 1;
    expect(limiter.take('a', 60)).toBe(0);
  });
});

describe('G18: two gateways that share a limit', () => {
  const perMinute = 400;
  let stages: Stage[];
  let passed = 0;

  const open = async (settings: Record<string, string>): Promise<void> => {
    passed = 0;
    const parts = { gateways: () => 2 };
    stages = await Promise.all([openStage({ settings, parts }), openStage({ settings, parts })]);
    for (const stage of stages)
      await stage.serve('rs-echo', (_request, response) => {
        passed += 1;
        response.end('{}');
      });
  };
  beforeEach(() => open({ 'regards.gateway.rate.user': String(perMinute) }));
  afterEach(() => Promise.all(stages.map((stage) => stage.close())));

  /** As many requests as the burst of a limit and more, by turns to both gateways. */
  const ask = async (token: string, times: number): Promise<Response[]> => {
    const answers: Response[] = [];
    for (let number = 0; number < times; number += 1) {
      const stage = stages[number % 2];
      const headers: Record<string, string> = token === '' ? {} : { Authorization: `Bearer ${token}` };
      if (stage) answers.push(await fetch(`${stage.url}/api/v1/rs-echo/x?scope=demo`, { headers }));
    }
    return answers;
  };
  const statuses = (answers: readonly Response[]): number[] =>
    [...new Set(answers.map(({ status }) => status))].toSorted((one, other) => one - other);

  test('pass no more than the limit together, and say when to come back', async () => {
    const begin = performance.now();
    const answers = await ask('good-demo', 120);
    const minutes = (performance.now() - begin) / 60_000;
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(0);
    // what passes at once, and what comes back while the test runs; one more at each gateway for what is begun
    expect(passed).toBeLessThanOrEqual(perMinute / 20 + perMinute * minutes + 2);
    expect(passed).toBeGreaterThanOrEqual((perMinute / 20) * 0.95);
    for (const { headers } of refused) expect(Number(headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
    expect(await refused[0]?.json()).toMatchObject({ status: 429 });
  });

  test('leave other users alone', async () => {
    expect(statuses(await ask('good-demo-ada', 60))).toEqual([200, 429]);
    expect(statuses(await ask('good-demo-bob', 10))).toEqual([200]);
  });

  test('hold a project as a whole, and leave other projects alone', async () => {
    await Promise.all(stages.map((stage) => stage.close()));
    await open({ 'regards.gateway.rate.tenant': String(perMinute) });
    const all = await Promise.all([ask('good-demo-ada', 40), ask('good-demo-bob', 40)]);
    expect(statuses(all.flat())).toEqual([200, 429]);
    expect(statuses(await ask('good-other-ada', 10))).toEqual([200]);
  });

  test('do not let whoever has no token use up what a project has', async () => {
    await Promise.all(stages.map((stage) => stage.close()));
    await open({ 'regards.gateway.rate.tenant': String(perMinute), 'regards.gateway.rate.user': String(perMinute) });
    expect(statuses(await ask('', 60))).toEqual([200, 429]);
    expect(statuses(await ask('good-demo-ada', 10))).toEqual([200]);
  });
});
