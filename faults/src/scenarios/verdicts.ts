/** What a handler makes of messages: kept, failed, refused, poison, doubled, slow. Each ends in exactly one place. */
import { outgoingBatch } from '@regards/core';
import { until } from '@regards/testing/until';
import { asking, askingQueue, fastLadderMs, tenant } from '../numbers/messages.ts';
import type { Numbered } from '../numbers/messages.ts';
import { scenarios } from '../scenario.ts';
import { createWorld } from '../world.ts';

/** REGARDS's (platform conventions §9.3). */
const ladderMs = [5_000, 30_000, 120_000, 600_000];
const tolerance = 0.2;

export const verdicts = scenarios(
  {
    id: 'M10',
    sentence: 'handlers fail once, three times and always',
    fault: 'a handler that throws',
    load: 'thirty messages that fail among those that do not',
    bar: 'the ladder 5 s, 30 s, 2 min, 10 min (a hundredth of it in small runs), then the dead letter; delays within 20 % in full runs',
    repetitions: { test: 1, quick: 1, full: 1 },
    async run(turn) {
      const world = await createWorld(turn);
      const retryMs = turn.sized({ test: fastLadderMs, quick: ladderMs.map((ms) => ms / 20), full: ladderMs });
      const tries = new Map<number, number[]>();
      await world.start({
        subscription: { retryMs },
        tried: (number) => void tries.set(number, [...(tries.get(number) ?? []), Date.now()]),
      });
      const failing = (number: number): Omit<Numbered, 'number'> => {
        if (number % 10 === 1) return { does: 'throw', times: 1 };
        if (number % 10 === 2) return { does: 'throw', times: 3 };
        return number % 10 === 3 ? { does: 'throw' } : {};
      };
      await world.ask(0, 100, failing);
      const books = await world.books(retryMs.reduce((sum, ms) => sum + ms, 60_000));
      const delays = [...tries.values()].flatMap((at) =>
        at.slice(1).map((time, rung) => ({ ms: time - (at[rung] ?? 0), wantedMs: retryMs[rung] ?? 0 })),
      );
      const off = delays.map(({ ms, wantedMs }) => ms - wantedMs);
      return {
        books,
        checks: [
          {
            what: 'each failed as often as it should',
            held: [...tries].every(([number, at]) => at.length === { 1: 2, 2: 4, 3: retryMs.length + 1 }[number % 10]),
          },
          { what: 'no try comes early', held: off.every((ms) => ms > -50) },
          {
            what: 'no try comes late',
            // A busy machine's own delays are not small against a fraction of a second.
            held: turn.size !== 'full' || delays.every(({ ms, wantedMs }) => ms <= wantedMs * (1 + tolerance)),
          },
        ],
        figures: { tries: delays.length, 'latest ms': Math.max(...off) },
      };
    },
  },
  {
    id: 'M12',
    sentence: 'messages kill the process of their handler, every time',
    fault: 'SIGKILL by the handler itself',
    load: 'two processes that are started again each time, 200 good messages around each bad one',
    bar: 'dead-lettered at the delivery limit of 20; all others are handled',
    repetitions: { test: 0, quick: 1, full: 50 },
    async run(turn) {
      const world = await createWorld(turn);
      const over = new AbortController();
      let deaths = 0;
      const keeping = [0, 1].map(async () => {
        while (!over.signal.aborted) {
          const child = await world.spawn({ subscription: { batch: { size: 20, waitMs: 5 } } });
          await child.ended;
          deaths += 1;
        }
      });
      Promise.all(keeping).catch(() => {}); // the last start of each is cut short
      await until(async () => (await world.host.queues()).includes(askingQueue), { withinMs: 30_000 });
      await world.ask(0, 200, (number) => (number === 77 ? { does: 'crash' } : {}));
      const books = await world.books();
      over.abort();
      return { books, figures: { deaths } };
    },
  },
  {
    id: 'M14',
    sentence: 'every verdict of a handler: kept, tried again, refused, invalid',
    fault: 'a mixture of all of them in the same batches',
    load: '1,000 messages to two instances',
    bar: 'each message in exactly one place',
    repetitions: { test: 1, quick: 1, full: 20 },
    async run(turn) {
      const world = await createWorld(turn);
      await world.start();
      await world.start();
      const mixed: readonly Omit<Numbered, 'number'>[] = [
        {},
        {},
        { does: 'throw' },
        { does: 'throw', times: 1 },
        { does: 'refuse' },
        {},
        {},
      ];
      // Few of those that fail: each costs the tries of a whole ladder.
      await world.ask(0, 300, (number) => (number < 70 ? (mixed[number % mixed.length] ?? {}) : {}));
      const unchecked = {
        ...asking,
        payload: (value: unknown) => ({ valid: true as const, value: value as Numbered }),
      };
      const invalid = Array.from({ length: 20 }, (_, place) => ({
        payload: JSON.parse(`{"number":"x${place}"}`) as Numbered,
      }));
      await world.client.publish(tenant, unchecked, invalid);
      world.note(
        invalid.map((_, place) => `x${place}`),
        ['dead letter'],
      );
      await world.ask(300, turn.sized({ test: 400, quick: 1_000, full: 1_000 }));
      return { books: await world.books() };
    },
  },
  {
    id: 'M15',
    sentence: 'the same message is delivered 2, 10 and 100 times, at once',
    fault: 'a relay that is cut off between confirm and delete, again and again',
    load: 'three instances',
    bar: 'one effect, one answer',
    repetitions: { test: 1, quick: 1, full: 30 },
    async run(turn) {
      const world = await createWorld(turn);
      for (let instance = 0; instance < 3; instance += 1)
        await world.start({ subscription: { batch: { size: 3, waitMs: 5 } } });
      await world.ask(1_000, 1_100);
      const names: string[] = [];
      for (const [round, times] of [2, 10, 100].entries()) {
        const messages = Array.from({ length: 10 }, (_, place) => ({ payload: { number: round * 10 + place } }));
        names.push(...messages.map(({ payload }) => String(payload.number)));
        const batch = outgoingBatch(crypto.randomUUID(), tenant, asking, messages);
        await Promise.all(Array.from({ length: times }, () => world.client.relay([batch])));
      }
      world.note(names, ['effect', 'answer']);
      return { books: await world.books() };
    },
  },
  {
    id: 'M18',
    sentence: 'one message is slow, and others wait behind it',
    fault: 'a handler that rests 3 s',
    load: '300 messages to two instances with batches of 10',
    bar: 'not more than the prefetch of three batches waits; all others flow by the other instance',
    repetitions: { test: 1, quick: 1, full: 10 },
    async run(turn) {
      const world = await createWorld(turn);
      const restMs = 4_000;
      for (let instance = 0; instance < 2; instance += 1)
        await world.start({ subscription: { batch: { size: 10, waitMs: 5 } } });
      await world.ask(0, 50);
      await world.books(20_000);
      const startedAt = performance.now();
      await world.ask(50, 350, (number) => (number === 50 ? { does: 'rest', times: restMs } : {}));
      const effects = (): Promise<number> =>
        world.database
          .read(tenant, (sql) => sql.query<{ count: number }>('select count(*)::int as count from effect'))
          .then(([row]) => row?.count ?? 0);
      const flowed = await until(async () => (await effects()) >= 350 - 30, { withinMs: restMs }).then(
        () => true,
        () => false,
      );
      const seconds = (performance.now() - startedAt) / 1000;
      return {
        books: await world.books(),
        checks: [{ what: 'all but the prefetch flowed meanwhile', held: flowed }],
        figures: { 'others done after s': seconds },
      };
    },
  },
  {
    id: 'M20',
    sentence: 'dead letters are listed, read, chosen and put back',
    fault: 'a handler that fails until it is mended',
    load: '1,000 dead letters',
    bar: 'each put back once, in order',
    repetitions: { test: 1, quick: 1, full: 10 },
    async run(turn) {
      const world = await createWorld(turn);
      const count = turn.sized({ test: 200, quick: 1_000, full: 1_000 });
      const failing = await world.start({ subscription: { retryMs: [] } });
      await world.ask(0, count, () => ({ does: 'throw', times: 1 }));
      const resting = `${askingQueue}.DLQ`;
      const desk = failing.broker.deadLetters;
      await until(async () => (await desk.list())[0]?.messages === count, { withinMs: 60_000 });
      const letters = await desk.read(resting, 50);
      let replayed = 0;
      while (replayed < count) replayed += await desk.replay(resting, () => true, 400);
      const books = await world.books();
      const order = books.places['effect']?.map(Number) ?? [];
      return {
        books,
        checks: [
          {
            what: 'each letter tells its reason',
            held: letters.length === 50 && letters.every(({ reason }) => reason.includes('not to be had')),
          },
          { what: 'put back each once', held: replayed === count },
          {
            what: 'they came back in order',
            held: order.every((number, place) => place === 0 || number > (order[place - 1] ?? 0)),
          },
        ],
      };
    },
  },
);
