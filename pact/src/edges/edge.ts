/** An edge: one operation or message of a provider that a consumer relies on. */

export interface Edge {
  /** Who relies on it: the caller of an operation, the hearer of a message. */
  readonly consumer: string;
  /** Who is relied on: the service that answers, the program that sends. */
  readonly provider: string;
  readonly kind: 'operation' | 'message';
  /** The operation's id, or the message's name in its contract. */
  readonly name: string;
}

/** One text an edge, the same whoever found it. */
export const keyOf = ({ consumer, provider, kind, name }: Edge): string => `${consumer} ${provider} ${kind} ${name}`;

/** The folder below pact/ that an edge's pact stands in. */
export const folderOf = ({ consumer, provider }: Pick<Edge, 'consumer' | 'provider'>): string =>
  `${consumer}-${provider}`;
