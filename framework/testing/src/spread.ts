/** One address for several instances: each request goes to the next one by turns, as a balancer sends it. */
import http from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Spread {
  readonly url: string;
  close(): void;
}

/** @param urls addresses of instances, without a path */
export async function spreadOver(urls: readonly string[]): Promise<Spread> {
  let turn = 0;
  const agent = new http.Agent({ keepAlive: true });
  const server = http.createServer((request, response) => {
    const { hostname, port } = new URL(urls[(turn += 1) % urls.length] ?? '');
    const { method, url: path, rawHeaders } = request;
    const passed = http.request({ hostname, port, method, path, headers: rawHeaders, agent }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.statusMessage, answer.rawHeaders);
      answer.pipe(response);
    });
    passed.on('error', () => response.destroy());
    response.on('close', () => passed.destroy());
    request.pipe(passed);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.closeAllConnections();
      server.close();
      agent.destroy();
    },
  };
}
