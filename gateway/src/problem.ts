/** What the gateway answers by itself when it passes nothing on: REGARDS's messages with the members of RFC 9457. */
import { STATUS_CODES } from 'node:http';
import type { ServerResponse } from 'node:http';
import { refusalStatus } from '@regards/core';
import type { Refusal } from '@regards/core';

export interface Problem {
  readonly messages: readonly string[];
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
}

export const problem = (status: number, detail: string): Problem => ({
  messages: [detail],
  type: 'about:blank',
  title: STATUS_CODES[status] ?? 'Error',
  status,
  detail,
});

/** The same as a service tells it. */
export function problemOf({ code, messages }: Refusal): Problem {
  const status = refusalStatus[code];
  return { ...problem(status, messages.join(' ')), messages, type: `urn:regards:problem:${code}` };
}

/**
 * Ends the answer with a problem, or breaks the connection when half an answer has left already.
 *
 * @param headers name and value by turns
 */
export function refuse(response: ServerResponse, told: Problem, headers: readonly string[] = []): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const body = Buffer.from(JSON.stringify(told));
  const own = ['content-type', 'application/json;charset=UTF-8', 'content-length', String(body.length)];
  response.writeHead(told.status, [...own, ...headers]);
  response.end(body);
}
