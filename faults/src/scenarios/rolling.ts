/** Every instance behind the gateway is replaced while callers and requesters go on. */
import { setTimeout as pause } from 'node:timers/promises';
import { silentLog } from '@regards/core';
import { createDiscovery } from '@regards/discovery';
import type { FeatureCreationRequestEvent, FeatureRequestEvent } from '@regards/generated/rs-fem/types';
import { featureCreationRequest, featureRequest } from '@regards/generated/rs-fem/messages';
import { rsFemContract } from '@regards/generated/rs-fem/contract';
import type { RunningInstance } from '@regards/service';
import { request, until } from '@regards/testing';
import { rsFem } from 'rs-fem';
import { rsRegistry } from 'rs-registry';
import { creation, modelsOf } from '../../../services/rs-fem/test/fem.ts';
import { openGateway } from '../gateway.ts';
import { openPlatform, project } from '../platform.ts';
import { scenarios } from '../scenario.ts';
import type { Check } from '../scenario.ts';

export const rolling = scenarios({
  id: 'R2',
  sentence: 'every instance behind the gateway is stopped and replaced in turn, under load',
  fault: "SIGTERM's own end of each instance of rs-fem and rs-registry, after its successor came",
  load: 'eight callers by the gateway, and requests by AMQP all the time',
  bar: 'no failed request, no lost message, each ends within 30 s',
  repetitions: { test: 1, quick: 1, full: 20 },
  async run(turn) {
    const platform = await openPlatform(turn);
    const answers = await platform.listen(featureRequest);
    let registries = [await platform.start(rsRegistry), await platform.start(rsRegistry)];
    const registryUrls = registries.map(({ url }) => url);
    const options = { transport: modelsOf(new Set(['IMG'])), registryUrls };
    let fems: RunningInstance[] = [await platform.start(rsFem, options), await platform.start(rsFem, options)];
    const discovery = createDiscovery({ registryUrls, log: silentLog });
    turn.defer(() => discovery.stop());
    await until(() => discovery.instances('rs-fem').length === 2, { withinMs: 20_000 });
    const gateway = await openGateway(turn, discovery, { 'rs-fem': rsFemContract.routes }, 'EXPLOIT');
    const token = await platform.userToken({ tenant: project, role: 'EXPLOIT', validitySeconds: 3_600 });
    const over = new AbortController();
    const requests: string[] = [];
    const messages: string[] = [];
    const answered: string[] = [];
    const failures: string[] = [];
    const calling = Array.from({ length: 8 }, async (_, caller) => {
      for (let number = 0; !over.signal.aborted; number += 1) {
        const name = `request ${caller}.${number}`;
        requests.push(name);
        const { status } = await request('POST', `${gateway}/api/v1/rs-fem/admin/features?size=1`, {
          token,
          body: {},
        }).catch((failure: unknown) => ({ status: String(failure) }));
        if (status === 200) answered.push(name);
        else failures.push(`${name}: ${status}`);
        await pause(10);
      }
    });
    const submitting = (async () => {
      while (!over.signal.aborted) {
        const id = crypto.randomUUID();
        await platform.broker.publish(project, featureCreationRequest, [
          {
            payload: creation() as FeatureCreationRequestEvent,
            headers: {
              'regards.request.id': id,
              'regards.request.owner': 'ops',
              'regards.request.date': new Date().toISOString(),
            },
          },
        ]);
        messages.push(id);
        await pause(30);
      }
    })();
    submitting.catch(() => {});
    let slowest = 0;
    const replace = async (old: RunningInstance, next: RunningInstance): Promise<RunningInstance> => {
      await until(
        () => old.service === 'rs-registry' || discovery.instances('rs-fem').some(({ url }) => url === next.url),
        { withinMs: 20_000 },
      );
      const startedAt = performance.now();
      await old.stop();
      slowest = Math.max(slowest, (performance.now() - startedAt) / 1000);
      return next;
    };
    const next: RunningInstance[] = [];
    for (const old of fems) next.push(await replace(old, await platform.start(rsFem, options)));
    fems = next;
    const first = registries[0];
    // The same address, as a restarted process has it; the other one serves meanwhile.
    if (first) {
      const { port } = new URL(first.url);
      await first.stop();
      registries = [await platform.start(rsRegistry, { port: Number(port) }), ...registries.slice(1)];
    }
    await pause(1_500);
    over.abort();
    await Promise.all([...calling, submitting]);
    const done = (): string[] =>
      answers
        .map(({ payload }) => payload as FeatureRequestEvent)
        .filter(({ state }) => state === 'SUCCESS')
        .map(({ requestId }) => requestId ?? '');
    await until(() => done().length >= messages.length, { withinMs: 40_000 }).catch(() => {});
    const checks: Check[] = [
      { what: 'each ends within 30 s', held: slowest <= 30 },
      { what: `no failed request, but ${failures.slice(0, 3).join('; ')}`, held: failures.length === 0 },
    ];
    return {
      books: {
        asked: [...requests, ...messages],
        places: { answered: [...answered, ...new Set(done())] },
        ends: () => ['answered'],
      },
      checks,
      figures: { 'slowest end s': slowest, requests: requests.length, messages: messages.length },
    };
  },
});
