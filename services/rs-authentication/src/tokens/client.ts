/** Whether the program that asks for a token is the one that may. */
import { createHash, timingSafeEqual } from 'node:crypto';

export interface OauthClient {
  readonly user: string;
  readonly secret: string;
}

/** Whether an Authorization header proves the client by HTTP Basic (RFC 7617 §2); the scheme's case matters not. */
export function provesClient(header: string | undefined, { user, secret }: OauthClient): boolean {
  const encoded = /^Basic +([A-Za-z0-9+/_-]+=*)$/i.exec(header ?? '')?.[1];
  if (encoded === undefined) return false;
  return timingSafeEqual(digest(Buffer.from(encoded, 'base64')), digest(Buffer.from(`${user}:${secret}`)));
}

/** Of one length whatever the text, as timingSafeEqual needs it. */
const digest = (text: Buffer): Buffer => createHash('sha256').update(text).digest();
