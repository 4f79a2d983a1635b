/** What the gateway answers itself, on Koa: health and metrics. */
import Koa from 'koa';
import { problem } from './problem.ts';

export interface GatewayState {
  /** Whether requests can be routed: the registry has been read. */
  ready(): boolean;
  metrics(): Promise<string>;
}

export function gatewayPages(state: GatewayState): Koa {
  const pages = new Koa();
  pages.use(async (context) => {
    const page = context.path.replace(/\/$/, '');
    if (!['GET', 'HEAD'].includes(context.method)) {
      context.status = 405;
      context.body = problem(405, `${context.method} is not allowed here`);
    } else if (page === '/actuator/prometheus') {
      context.type = 'text/plain; version=0.0.4; charset=utf-8';
      context.body = await state.metrics();
    } else if (page === '/actuator/health/liveness') {
      context.body = { status: 'UP' };
    } else if (page === '/actuator/health' || page === '/actuator/health/readiness') {
      context.status = state.ready() ? 200 : 503;
      context.body = { status: state.ready() ? 'UP' : 'OUT_OF_SERVICE' };
    } else {
      context.status = 404;
      context.body = problem(404, `There is no ${context.path.slice(0, 200)}`);
    }
  });
  return pages;
}
