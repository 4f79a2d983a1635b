/** What operators read without a token: health, metrics, what runs, and the contract. */
import type { Express } from 'express';
import { sendJson } from './answer.ts';
import type { Health, HealthReport, HttpMetrics } from './ports.ts';

/** Adds /actuator/{health,health/liveness,health/readiness,prometheus,info} and /v3/api-docs. */
export function addActuator(
  app: Express,
  {
    name,
    version,
    document,
    health,
    metrics,
  }: {
    readonly name: string;
    readonly version: string;
    readonly document: string;
    readonly health: Health;
    readonly metrics: HttpMetrics;
  },
): void {
  const reports: Readonly<Record<string, () => Promise<HealthReport>>> = {
    '/actuator/health': async () => worse(await health.liveness(), await health.readiness()),
    '/actuator/health/liveness': () => health.liveness(),
    '/actuator/health/readiness': () => health.readiness(),
  };
  for (const [path, report] of Object.entries(reports)) {
    app.get(path, (request, response) => {
      response.locals['route'] = path;
      return report().then((told) => sendJson(request, response, told.status === 'UP' ? 200 : 503, told));
    });
  }
  app.get('/actuator/prometheus', (_request, response) => {
    response.locals['route'] = '/actuator/prometheus';
    response.setHeader('Content-Type', metrics.contentType);
    return metrics.text().then((text) => response.end(text));
  });
  app.get('/actuator/info', (request, response) => {
    response.locals['route'] = '/actuator/info';
    sendJson(request, response, 200, { build: { name, version }, process: { node: process.version } });
  });
  app.get('/v3/api-docs', (request, response) => {
    response.locals['route'] = '/v3/api-docs';
    const asksForOpenApi = request.headers.accept?.includes(openApiType) ?? false;
    response.setHeader(
      'Content-Type',
      asksForOpenApi ? `${openApiType};version=3.1` : 'application/json;charset=UTF-8',
    );
    response.end(document);
  });
}

/** What links to the document call it; whoever asks for plain JSON gets that. */
const openApiType = 'application/vnd.oai.openapi+json';

/** Of two reports the one that is not UP, with the components of both. */
function worse(liveness: HealthReport, readiness: HealthReport): HealthReport {
  const status = liveness.status === 'UP' ? readiness.status : liveness.status;
  return { status, components: { ...liveness.components, ...readiness.components } };
}
