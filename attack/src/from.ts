/** A question that comes from another address of this machine, which no setting takes for a proxy. */
import { request } from 'node:http';

/** Of those that the machine itself is called by (RFC 1122 §3.2.1.3); the gateway's own is 127.0.0.1. */
const another = '127.0.0.2';

/** The status of what is answered, 0 when nothing is. Of a gateway elsewhere it is asked from where this machine is. */
export const statusFromAnother = (url: string, headers: Readonly<Record<string, string>>): Promise<number> =>
  new Promise((resolve) => {
    const isHere = /^(127\.|localhost$)/.test(new URL(url).hostname);
    request(url, { headers, agent: false, ...(isHere ? { localAddress: another } : {}) }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    })
      .once('error', () => resolve(0))
      .end();
  });
