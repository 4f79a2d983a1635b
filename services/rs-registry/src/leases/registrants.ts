/** Who may register under which name: decided by a credential in the address, as Eureka clients have it. */
import { accessDenied, namedCredentials, refusal } from '@regards/core';
import type { Refusal } from '@regards/core';

export interface Registrants {
  /** Why nobody with this Authorization header may register, change or end instances of the service, if so. */
  refusalOf(
    authorization: string | undefined,
    service: string,
  ): Refusal<'unauthenticated' | 'access-denied'> | undefined;
}

/**
 * @param credentials `user:password:names`, the names between `|`, `*` for any letters
 * @param openNames patterns of names that no credential reserves and that anybody may use
 * @throws Error naming the setting when a credential cannot be read
 */
export function registrants(credentials: readonly string[], openNames: readonly string[]): Registrants {
  const verdictOn = namedCredentials('regards.registry.credentials', credentials, openNames);
  return {
    refusalOf(authorization, service) {
      const name = service.slice(0, 100);
      const verdict = verdictOn(authorization, service);
      if (verdict === 'granted') return undefined;
      if (verdict === 'missing') return refusal('unauthenticated', `A credential is needed to register ${name}`);
      return verdict === 'unknown'
        ? refusal('unauthenticated', 'Authorization: not the credential of anybody who registers services here')
        : accessDenied(`Access denied: this credential is for other services than ${name}`);
    },
  };
}
