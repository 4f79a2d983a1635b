/** Services played by their contracts: the real door of each, behind it examples. */
import type { RequestListener } from 'node:http';
import { silentLog } from '@regards/core';
import type { Contract } from '@regards/core';
import { contractRights, createApplication } from '@regards/http';
import { readService, readServices } from '@regards/reference';
import { exampleHandlers } from './examples.ts';

/** Of the services named, of all when there is none; by name. @throws Error that names the services there are */
export async function mockApplications(names: readonly string[]): Promise<ReadonlyMap<string, RequestListener>> {
  const services = names.length > 0 ? names.map((name) => readService(name)) : readServices();
  return new Map(
    await Promise.all(
      services
        .filter(({ rest }) => rest !== undefined)
        .map(async (service): Promise<[string, RequestListener]> => {
          const contract = await contractOf(service.name);
          const application = await createApplication({
            contract,
            server: exampleHandlers(service, contract.routes),
            // whoever brings a token is the one who may do everything
            verifier: {
              verify: () =>
                Promise.resolve({ login: 'mock', email: 'mock@example.org', role: 'INSTANCE_ADMIN', tenant: 'demo' }),
            },
            tenants: { ready: () => Promise.resolve(true) },
            rights: contractRights,
            log: silentLog,
            metrics: { answered: () => {}, text: () => Promise.resolve(''), contentType: 'text/plain' },
            health: {
              liveness: () => Promise.resolve({ status: 'UP' }),
              readiness: () => Promise.resolve({ status: 'UP' }),
            },
            settings: { validateResponses: true },
          });
          return [service.name, application];
        }),
    ),
  );
}

type AnyContract = Pick<
  Contract<Record<string, unknown>, unknown, unknown>,
  'name' | 'version' | 'routes' | 'document'
>;

/** The generated module of a service has one contract. */
async function contractOf(name: string): Promise<AnyContract> {
  const generated = (await import(`@regards/generated/${name}/contract`)) as Record<string, AnyContract>;
  const [contract] = Object.values(generated);
  if (!contract) throw new Error(`generated/${name} holds no contract`);
  return contract;
}

/**
 * Serves each under /api/v1/<service> as the gateway does, and the only one at the root as well, as the service itself
 * does.
 */
export function mockListener(applications: ReadonlyMap<string, RequestListener>): RequestListener {
  const [only] = applications.size === 1 ? applications.values() : [];
  return (request, response) => {
    const [prefix = '', name = ''] = /^\/api\/v1\/([\w-]+)(?=[/?]|$)/.exec(request.url ?? '') ?? [];
    const application = applications.get(name);
    if (application) {
      request.url = (request.url ?? '').slice(prefix.length) || '/';
      request.headers['x-forwarded-prefix'] = prefix;
      application(request, response);
    } else if (only) only(request, response);
    else
      response
        .writeHead(404, { 'Content-Type': 'application/json' })
        .end('{"messages":["There is no such service here."]}');
  };
}
