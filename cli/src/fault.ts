/** What ends a command: one sentence for people, without a stack. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}

/** The sentences of a refusal, for any answer of the platform. */
export function refusalText(status: number, body: unknown): string {
  const messages = typeof body === 'object' && body !== null && 'messages' in body ? body.messages : undefined;
  const told = typeof body === 'object' && body !== null && 'detailMessage' in body ? [body.detailMessage] : [];
  return `${status}: ${(Array.isArray(messages) ? messages : told).join(' ') || 'refused without a reason'}`;
}

/** The body of an answer with one of the statuses wanted. @throws CommandError telling what was refused and why */
export function bodyOf<Answer extends { status: number; body: unknown }, Status extends Answer['status']>(
  what: string,
  answer: Answer,
  ...wanted: readonly Status[]
): Extract<Answer, { status: Status }>['body'] {
  if ((wanted as readonly number[]).includes(answer.status)) return answer.body;
  throw new CommandError(`${what} was refused with ${refusalText(answer.status, answer.body)}`);
}
