/** A message as it goes over the wire. */
import type { Options } from 'amqplib';

export type Headers = Readonly<Record<string, unknown>>;

export interface WireMessage {
  readonly exchange: string;
  readonly routingKey: string;
  readonly content: Buffer;
  readonly properties: Omit<Options.Publish, 'headers'> & { readonly headers: Headers };
}
