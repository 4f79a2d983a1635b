/** Between Eureka's REST protocol and the leases. */
import { entityNotFound, refusal } from '@regards/core';
import type { Call } from '@regards/core';
import type { RsRegistryServer } from '@regards/generated/rs-registry/server';
import type { Instance } from '@regards/generated/rs-registry/types';
import { wireApplications } from './domain.ts';
import { isBehind, isSecurelyBehind } from './service.ts';
import type { LeaseService } from './service.ts';

export function leaseOperations(leases: LeaseService): RsRegistryServer {
  const unknown = (instanceId: string) => ({ status: 404 as const, error: entityNotFound('Instance', instanceId) });
  const done = (happened: boolean, instanceId: string) => (happened ? { status: 200 as const } : unknown(instanceId));
  const all = async (call: Call) => notJson(call) ?? { status: 200 as const, body: { applications: leases.applications() } };
  const found = (call: Call, instances: Instance[], what: string) =>
    notJson(call) ?? (instances.length === 0
      ? { status: 404 as const, error: entityNotFound('Instance', what) }
      : { status: 200 as const, body: { applications: wireApplications(instances, leases.applications().apps__hashcode) } });
  return {
    getApplications: all,
    getApplicationsBehindSlash: all,
    getDelta: async (call) => notJson(call) ?? { status: 200, body: { applications: leases.delta() } },
    async getApplication(call, { application }) {
      const refused = notJson(call);
      if (refused) return refused;
      const name = application.toUpperCase();
      const instance = leases.instances(({ app }) => app === name);
      return instance.length === 0 ? { status: 404, error: entityNotFound('Application', name) } : { status: 200, body: { application: { name, instance } } };
    },
    async getInstance(call, { application, instanceId }) {
      const refused = notJson(call);
      if (refused) return refused;
      const instance = await leases.find(application, instanceId);
      return instance ? { status: 200, body: { instance } } : unknown(instanceId);
    },
    async findInstance(call, { instanceId }) {
      const refused = notJson(call);
      if (refused) return refused;
      const [instance] = leases.instances((one) => one.instanceId === instanceId);
      return instance ? { status: 200, body: { instance } } : unknown(instanceId);
    },
    findByVirtualAddress: async (call, { address }) => found(call, leases.instances(isBehind(address)), address),
    findBySecureVirtualAddress: async (call, { address }) => found(call, leases.instances(isSecurelyBehind(address)), address),
    async registerInstance(_call, { application, body: { instance } }) {
      if (instance.app.toUpperCase() !== application.toUpperCase()) {
        return { status: 400, error: refusal('identifier-mismatch', `app is ${instance.app} in the body and ${application} in the path`) };
      }
      await leases.register(instance);
      return { status: 204 };
    },
    async renewLease(_call, { application, instanceId, lastDirtyTimestamp }) {
      const dirtyAt = lastDirtyTimestamp === undefined ? undefined : Number(lastDirtyTimestamp);
      return done(await leases.renew(application, instanceId, dirtyAt), instanceId);
    },
    cancelLease: async (_call, { application, instanceId }) => done(await leases.cancel(application, instanceId), instanceId),
    async overrideStatus(_call, { application, instanceId, value }) {
      if (value === undefined) return { status: 400, error: refusal('invalid-parameter', 'value, the status, is missing') };
      return done(await leases.override(application, instanceId, value), instanceId);
    },
    withdrawStatusOverride: async (_call, { application, instanceId, value }) =>
      done(await leases.withdrawOverride(application, instanceId, value), instanceId),
  };
}

/** Eureka's lists exist as XML too; a client that reads nothing else is told so instead of getting JSON. */
function notJson({ headers: { accept } }: Call) {
  if (accept === undefined || /json|\*\/\*|application\/\*/i.test(accept)) return undefined;
  return { status: 406 as const, error: refusal('not-acceptable', `There is JSON, and nothing else: ${accept} is not to be had`) };
}
