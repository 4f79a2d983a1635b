/** Calls as an attacker makes them: any method, any header, any body; every answer is a value. */

export interface Asked {
  readonly token?: string | undefined;
  readonly scope?: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON; a text as it is. */
  readonly body?: unknown;
}

export interface Answered {
  /** 0 when the connection was closed without an answer. */
  readonly status: number;
  readonly text: string;
  /** The parsed body, undefined when it is no JSON. */
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

/** Longer than any operation may take; what answers later hangs. */
const patienceMs = 65_000;

export const hung = -1;

/** One call; its status is `hung` when there was no answer in time. */
export async function call(
  method: string,
  url: string,
  { token, scope, headers, body }: Asked = {},
): Promise<Answered> {
  const isRaw = typeof body === 'string';
  try {
    const answer = await fetch(url, {
      method,
      redirect: 'manual',
      signal: AbortSignal.timeout(patienceMs),
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(scope === undefined ? {} : { scope }),
        ...(body === undefined || isRaw ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: isRaw ? body : JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, text, body: parsed(text), headers: Object.fromEntries(answer.headers) };
  } catch (failure) {
    const isLate = failure instanceof Error && failure.name === 'TimeoutError';
    return { status: isLate ? hung : 0, text: String(failure), body: undefined, headers: {} };
  }
}

export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
