/** The part of a pact file (Pact specification V4) that is looked at here. */

export interface PactFile {
  readonly consumer: { readonly name: string };
  readonly provider: { readonly name: string };
  readonly interactions: readonly Interaction[];
}

export interface Interaction {
  readonly type: 'Synchronous/HTTP' | 'Asynchronous/Messages';
  readonly description: string;
  readonly providerStates?: readonly { readonly name: string }[];
  readonly request?: { readonly method: string; readonly path: string; readonly body?: Body };
  readonly response?: { readonly status: number; readonly body?: Body };
  /** Of a message. */
  readonly contents?: Body;
  readonly metadata?: Readonly<Record<string, unknown>>;
}

export interface Body {
  readonly content?: unknown;
  readonly contentType?: string;
}

export const isMessage = ({ type }: Interaction): boolean => type === 'Asynchronous/Messages';
