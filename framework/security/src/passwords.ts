/** Passwords kept as salted scrypt (RFC 7914), its parameters beside each, computed off the event loop. */
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import type { ScryptOptions } from 'node:crypto';

/** The work of one hash: memory is 128 · 2^logN · r bytes. */
export interface PasswordCost {
  readonly logN: number;
  readonly r: number;
  readonly p: number;
}

/**
 * 32 MiB three times over, one of the settings OWASP's password storage cheat sheet names; about a quarter of a
 * second.
 */
export const passwordCost: PasswordCost = { logN: 15, r: 8, p: 3 };

/** A stored text that asks for more than this is not computed: it was not written by us. */
const mostMemory = 256 * 1024 * 1024;

/** Longer texts are no passwords; each is hashed whole, so that length cannot be used to keep a server busy. */
const longestPassword = 1024;

const saltBytes = 16;
const hashBytes = 32;

/** The text to store: $scrypt$ln=15,r=8,p=3$<salt>$<hash>. Throws RangeError when the password is empty or too long. */
export async function hashPassword(password: string, cost: PasswordCost = passwordCost): Promise<string> {
  if (password.length === 0 || password.length > longestPassword)
    throw new RangeError(`A password has 1 to ${longestPassword} characters.`);
  const salt = randomBytes(saltBytes);
  const hash = await derive(password, salt, cost, hashBytes);
  return `$scrypt$ln=${cost.logN},r=${cost.r},p=${cost.p}$${base64(salt)}$${base64(hash)}`;
}

/**
 * Whether `password` is the one that `stored` was made of. Without a readable `stored` the same work is done and the
 * answer
 * is no, so that the time taken does not tell whether an account exists.
 */
export async function verifyPassword(password: string, stored: string | undefined): Promise<boolean> {
  const kept = stored === undefined ? undefined : parse(stored);
  const bounded = password.slice(0, longestPassword);
  if (!kept) {
    await derive(bounded, randomBytes(saltBytes), passwordCost, hashBytes);
    return false;
  }
  const hash = await derive(bounded, kept.salt, kept.cost, kept.hash.length);
  return password.length <= longestPassword && timingSafeEqual(hash, kept.hash);
}

/** Whether `stored` was made with less work than is asked today, or cannot be read: hash anew at the next login. */
export function isOutdatedPassword(stored: string, cost: PasswordCost = passwordCost): boolean {
  const kept = parse(stored)?.cost;
  return !kept || work(kept) < work(cost);
}

const work = ({ logN, r, p }: PasswordCost): number => 2 ** logN * r * p;

const memory = ({ logN, r, p }: PasswordCost): number => 128 * r * (2 ** logN + p + 2);

const base64 = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '');

function parse(
  stored: string,
): { readonly cost: PasswordCost; readonly salt: Buffer; readonly hash: Buffer } | undefined {
  const found = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]{4,})\$([A-Za-z0-9+/]{22,})$/.exec(
    stored,
  );
  if (!found) return undefined;
  const [, logN, r, p, salt = '', hash = ''] = found;
  const cost = { logN: Number(logN), r: Number(r), p: Number(p) };
  const usable = cost.logN >= 1 && cost.r >= 1 && cost.p >= 1 && memory(cost) <= mostMemory;
  return usable ? { cost, salt: Buffer.from(salt, 'base64'), hash: Buffer.from(hash, 'base64') } : undefined;
}

/** The same password typed on another keyboard may come in other code points: NFKC makes them one (RFC 8265 §4.2). */
function derive(password: string, salt: Buffer, cost: PasswordCost, length: number): Promise<Buffer> {
  const options: ScryptOptions = { N: 2 ** cost.logN, r: cost.r, p: cost.p, maxmem: memory(cost) + 1024 };
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, length, options, (error, hash) => (error ? reject(error) : resolve(hash)));
  });
}
