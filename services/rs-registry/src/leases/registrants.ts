/** Who may register under which name: decided by a credential in the address, as Eureka clients have it. */
import { createHash, timingSafeEqual } from 'node:crypto';
import { accessDenied, refusal } from '@regards/core';
import type { Refusal } from '@regards/core';

export interface Registrants {
  /** Why nobody with this Authorization header may register, change or end instances of the service, if so. */
  refusalOf(
    authorization: string | undefined,
    service: string,
  ): Refusal<'unauthenticated' | 'access-denied'> | undefined;
}

interface Credential {
  readonly digest: Buffer;
  readonly names: readonly RegExp[];
}

/**
 * @param credentials `user:password:names`, the names between `|`, `*` for any letters
 * @param openNames patterns of names that no credential reserves and that anybody may use
 * @throws Error naming the setting when a credential cannot be read
 */
export function registrants(credentials: readonly string[], openNames: readonly string[]): Registrants {
  const known = credentials.map(credentialOf);
  const open = openNames.filter((name) => name !== '').map(pattern);
  return {
    refusalOf(authorization, service) {
      const own = known.find(({ digest }) => isShown(authorization, digest));
      if (own?.names.some((name) => name.test(service))) return undefined;
      if (authorization !== undefined && !own)
        return refusal('unauthenticated', 'Authorization: not the credential of anybody who registers services here');
      const isReserved = known.some(({ names }) => names.some((name) => name.test(service)));
      if (!isReserved && open.some((name) => name.test(service))) return undefined;
      return own
        ? accessDenied(`Access denied: this credential is for other services than ${service.slice(0, 100)}`)
        : refusal('unauthenticated', `A credential is needed to register ${service.slice(0, 100)}`);
    },
  };
}

function credentialOf(text: string): Credential {
  const [, user = '', password = '', names = ''] = /^([^:]+):([^:]+):([^:]+)$/.exec(text) ?? [];
  if (user === '') throw new Error('regards.registry.credentials: one is not user:password:names');
  return { digest: digestOf(`${user}:${password}`), names: names.split('|').map(pattern) };
}

const isShown = (authorization: string | undefined, digest: Buffer): boolean => {
  const encoded = /^Basic +([A-Za-z0-9+/_-]+=*)$/i.exec(authorization ?? '')?.[1];
  return encoded !== undefined && timingSafeEqual(digestOf(Buffer.from(encoded, 'base64')), digest);
};

/** Of one length whatever the text, as timingSafeEqual needs it. */
const digestOf = (text: string | Buffer): Buffer => createHash('sha256').update(text).digest();

/** Names of services are the same in any case. */
const pattern = (text: string): RegExp =>
  new RegExp(
    `^${text
      .trim()
      .replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')}$`,
    'i',
  );
