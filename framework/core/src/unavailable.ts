/** Something outside that nothing goes on without, such as the database or the broker, is away for now. */
export class UnavailableError extends Error {
  /** What is away, as a person would call it. */
  readonly resource: string;

  /** HTTP answers 503 with Retry-After; a consumer keeps its messages and tries again. */
  constructor(resource: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'UnavailableError';
    this.resource = resource;
  }
}
