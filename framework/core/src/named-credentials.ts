/** Who may use which services' names: told by credentials, as clients of Eureka and of Spring Cloud Config show them. */
import { createHash, timingSafeEqual } from 'node:crypto';

/** `missing` where no credential was shown, `unknown` where it is nobody's, `elsewhere` where it is for other names. */
export type Verdict = 'granted' | 'missing' | 'unknown' | 'elsewhere';

interface Credential {
  readonly digest: Buffer;
  readonly names: readonly RegExp[];
}

/**
 * Judges Authorization headers (RFC 7617) for the name of a service.
 * @param setting named by errors
 * @param credentials `user:password:names`, the names between `|`, `*` for any letters
 * @param openNames patterns of names that no credential reserves and that anybody may use
 * @throws Error naming the setting when a credential cannot be read
 */
export function namedCredentials(
  setting: string,
  credentials: readonly string[],
  openNames: readonly string[],
): (authorization: string | undefined, service: string) => Verdict {
  const known = credentials.map((text) => credentialOf(setting, text));
  const open = openNames.filter((name) => name !== '').map(pattern);
  return (authorization, service) => {
    const own = known.find(({ digest }) => isShown(authorization, digest));
    if (own?.names.some((name) => name.test(service))) return 'granted';
    if (!own && isBasic(authorization)) return 'unknown';
    const isReserved = known.some(({ names }) => names.some((name) => name.test(service)));
    if (!isReserved && open.some((name) => name.test(service))) return 'granted';
    return own ? 'elsewhere' : 'missing';
  };
}

function credentialOf(setting: string, text: string): Credential {
  const [, user = '', password = '', names = ''] = /^([^:]+):([^:]+):([^:]+)$/.exec(text) ?? [];
  if (user === '') throw new Error(`${setting}: one is not user:password:names`);
  return { digest: digestOf(`${user}:${password}`), names: names.split('|').map(pattern) };
}

/** Other schemes, such as a user's token, are no credential of this kind. */
const isBasic = (authorization = ''): boolean => /^Basic(\s|$)/i.test(authorization);

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
