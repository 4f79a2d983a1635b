/** What the gateway itself asks of services, which it calls where instances may stand and nowhere else. */
import type { LookupFunction } from 'node:net';
import { Agent, request } from 'undici';

export interface Question {
  /** Path and query. */
  readonly target: string;
  readonly timeoutMs: number;
  readonly authorization?: string;
}

export interface Asking {
  /** The JSON that an instance of the service answers with 200. Throws an error that says what came in its place. */
  ask(service: string, question: Question): Promise<unknown>;
  /** Ends the connections that are kept. */
  close(): Promise<void>;
}

/**
 * @param find address of an instance of a service
 * @param lookup where names of instances lead
 */
export function createAsking(find: (service: string) => string | undefined, lookup: LookupFunction): Asking {
  const dispatcher = new Agent({ connect: { lookup } });
  return {
    async ask(service, { target, timeoutMs, authorization }) {
      const url = find(service);
      if (url === undefined) throw new Error(`there is no instance of ${service} to ask for ${target}`);
      const { statusCode, body } = await request(url + target, {
        dispatcher,
        headers: authorization === undefined ? {} : { authorization },
        headersTimeout: timeoutMs,
        bodyTimeout: timeoutMs,
      });
      if (statusCode === 200) return body.json();
      await body.dump();
      throw new Error(`${service} answered ${statusCode} when asked for ${target}`);
    },
    close: () => dispatcher.destroy(),
  };
}
