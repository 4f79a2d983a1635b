/** What went wrong, told to a person: what happened, and what to do. */

export class PlatformFailure extends Error {
  override readonly name = 'PlatformFailure';
  /** The program whose log tells more. */
  readonly program: string | undefined;

  constructor(message: string, { program, ...options }: ErrorOptions & { readonly program?: string } = {}) {
    super(message, options);
    this.program = program;
  }
}

/** The message of whatever was thrown, and of what caused it: fetch() hides the reason there. */
export function reasonOf(failure: unknown): string {
  const message = messageOf(failure);
  const cause =
    typeof failure === 'object' && failure !== null && 'cause' in failure ? messageOf(failure.cause) : undefined;
  if (message === undefined) return String(failure);
  return cause === undefined || cause === '' || message.includes(cause) ? message : `${message}: ${cause}`;
}

const messageOf = (failure: unknown): string | undefined =>
  typeof failure === 'object' && failure !== null && 'message' in failure && typeof failure.message === 'string'
    ? failure.message
    : undefined;
