/** What the gateway answers itself, on Koa: health, metrics and the documentation. */
import Koa from 'koa';
import type { Context } from 'koa';
import { portalFile, portalHeaders } from './portal.ts';
import type { Portal, PortalFile } from './portal.ts';
import { problem } from './problem.ts';

export interface GatewayState {
  /** Whether requests can be routed: the registry has been read. */
  ready(): boolean;
  metrics(): Promise<string>;
  /** The documentation; empty when it is hidden. */
  readonly portal: Portal;
}

export function gatewayPages(state: GatewayState): Koa {
  const pages = new Koa();
  pages.use(async (context) => {
    const page = context.path.replace(/\/$/, '');
    const file = context.path.startsWith('/docs/') ? portalFile(state.portal, context.path) : undefined;
    if (!['GET', 'HEAD'].includes(context.method)) {
      context.status = 405;
      context.body = problem(405, `${context.method} is not allowed here`);
    } else if (file) {
      sendFile(context, file);
    } else if (context.path === '/docs' && state.portal.size > 0) {
      // relative, so that it holds behind whatever prefix a proxy took off
      context.status = 308;
      context.set('Location', 'docs/');
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

function sendFile(context: Context, { type, tag, plain, zipped }: PortalFile): void {
  context.set(portalHeaders);
  context.set({ ETag: tag, Vary: 'Accept-Encoding' });
  context.status = 200;
  if (context.get('If-None-Match').includes(tag)) {
    context.status = 304;
    return;
  }
  const mayZip = context.acceptsEncodings('gzip', 'identity') === 'gzip';
  if (mayZip) context.set('Content-Encoding', 'gzip');
  context.body = mayZip ? zipped : plain;
  context.type = type;
}
