/** Media types (RFC 9110 §8.3): told apart, and matched with those that a route accepts. */

export interface MediaType {
  /** In lower case, without parameters. */
  readonly name: string;
  readonly charset?: string;
}

const token = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
const whole = new RegExp(`^\\s*(${token}/${token})\\s*(?:;.*)?$`);
const charsetParameter = new RegExp(`;\\s*charset\\s*=\\s*"?(${token})"?`, 'i');

/** Undefined when the header is absent or no media type. */
export function mediaType(header: string | undefined): MediaType | undefined {
  const name = header === undefined ? undefined : whole.exec(header)?.[1];
  if (!header || !name) return undefined;
  const charset = charsetParameter.exec(header)?.[1];
  return { name: name.toLowerCase(), ...(charset ? { charset: charset.toLowerCase() } : {}) };
}

/** The one of `accepted` that `name` falls under; exact ones come before application/* and *\/*. */
export function acceptedType(name: string, accepted: readonly string[]): string | undefined {
  const bare = accepted.map((one) => ({ one, bare: mediaType(one)?.name ?? one.toLowerCase() }));
  const range = `${name.slice(0, name.indexOf('/'))}/*`;
  return [name, range, '*/*'].flatMap((wanted) => bare.filter((entry) => entry.bare === wanted))[0]?.one;
}

export type BodyForm = 'json' | 'form' | 'multipart' | 'text' | 'bytes';

/** How a body of this type is read. */
export function bodyForm(name: string): BodyForm {
  if (name === 'application/json' || name.endsWith('+json')) return 'json';
  if (name === 'application/x-www-form-urlencoded') return 'form';
  if (name === 'multipart/form-data') return 'multipart';
  return name.startsWith('text/') || name === 'application/xml' || name.endsWith('+xml') ? 'text' : 'bytes';
}

/** Whether bodies of this type are fields of a form. */
export const isForm = (name: string): boolean => ['form', 'multipart'].includes(bodyForm(name));
