/** An exchange that messages are published to. */
import type { Exchange } from '@regards/core';
import type { Step } from './steps.ts';

export const exchangeStep = ({ name, type, durable }: Exchange): Step => ({
  what: `exchange ${name}`,
  declare: (channel) => channel.assertExchange(name, type, { durable }),
});
