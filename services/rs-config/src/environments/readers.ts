/** Who may read whose settings: decided by a credential in the address, as Spring's clients have it. */
import { accessDenied, namedCredentials, refusal } from '@regards/core';
import type { Refusal } from '@regards/core';

export interface Readers {
  /** Why whoever shows this Authorization header may not read the settings of `application`, if so. */
  refusalOf(
    authorization: string | undefined,
    application: string,
  ): Refusal<'unauthenticated' | 'access-denied'> | undefined;
}

/**
 * @param credentials `user:password:names`, the names between `|`, `*` for any letters
 * @param openNames patterns of names that no credential reserves and whose settings anybody may read
 * @throws Error naming the setting when a credential cannot be read
 */
export function readers(credentials: readonly string[], openNames: readonly string[]): Readers {
  const verdictOn = namedCredentials('regards.config.credentials', credentials, openNames);
  return {
    refusalOf(authorization, application) {
      const verdict = verdictOn(authorization, application);
      if (verdict === 'granted') return undefined;
      if (verdict === 'missing')
        return refusal('unauthenticated', `A credential is needed to read the settings of ${application}`);
      return verdict === 'unknown'
        ? refusal('unauthenticated', 'Authorization: not the credential of anybody who reads settings here')
        : accessDenied(`Access denied: this credential is for the settings of other services than ${application}`);
    },
  };
}
