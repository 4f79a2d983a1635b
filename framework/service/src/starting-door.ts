/** What an instance answers while it starts: it is alive, not ready yet, and says what it waits for. */
import type { RequestListener, ServerResponse } from 'node:http';

/** Liveness is UP, readiness OUT_OF_SERVICE with what is missing; everything else is 503. */
export const startingDoor =
  (waitingFor: () => readonly string[]): RequestListener =>
  (request, response) => {
    // A body that nobody reads would keep its connection from being used again.
    request.resume();
    const [path] = (request.url ?? '/').split('?');
    if (path === '/actuator/health/liveness') return answer(response, 200, { status: 'UP' });
    if (path === '/actuator/health' || path === '/actuator/health/readiness') {
      const start = { status: 'OUT_OF_SERVICE', details: { waitingFor: waitingFor() } };
      return answer(response, 503, { status: 'OUT_OF_SERVICE', components: { start } });
    }
    const detail = 'The service is starting; try again in a few seconds.';
    response.setHeader('Retry-After', '5');
    return answer(response, 503, {
      messages: [detail],
      type: 'about:blank',
      title: 'Service Unavailable',
      status: 503,
      detail,
    });
  };

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'Content-Type': 'application/json;charset=UTF-8', 'Cache-Control': 'no-store' });
  response.end(JSON.stringify(body));
}
