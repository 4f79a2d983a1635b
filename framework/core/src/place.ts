/** Addresses that hold a credential. */

/** Where a server is as it may be told, and what proves to it who calls. */
export interface Place {
  readonly url: string;
  readonly authorization?: string;
}

/** Takes user and password out of an address, as clients of Eureka and of Spring Cloud Config have them in it. */
export function placeOf(text: string): Place {
  const address = new URL(text);
  const { username, password } = address;
  if (username === '') return { url: text };
  Object.assign(address, { username: '', password: '' });
  const proof = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { url: address.href.replace(/\/+$/, ''), authorization: `Basic ${Buffer.from(proof).toString('base64')}` };
}
