/** Proxies that are believed when they say where a request came from; nobody is unless a setting names it. */
import { networksIn } from '@regards/core';

/** Whether the sender at this address is one of the configured proxies. */
export type Trust = (address: string | undefined) => boolean;

/** @param text addresses or networks (CIDR) with commas between them. Throws an error that names what is none. */
export const trustIn = (text: string): Trust =>
  networksIn(
    text.split(',').flatMap((one) => (one.trim() === '' ? [] : [one.trim()])),
    'regards.gateway.trusted.proxies',
  );
