/** Which way a try went wrong. */

export type Failure = 'unreachable' | 'broken';

const unreachableCodes: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'ERR_REFUSED_ADDRESS',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** `unreachable`: no connection came about, so nothing of the request was sent. */
export function failureOf(failure: unknown): Failure {
  // a class tells nothing here: an error of a socket may be of another realm
  const code: unknown = typeof failure === 'object' && failure !== null && 'code' in failure ? failure.code : undefined;
  return typeof code === 'string' && unreachableCodes.has(code) ? 'unreachable' : 'broken';
}
