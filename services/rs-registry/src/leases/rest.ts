/** Between Eureka's REST protocol and the leases. */
import { entityNotFound, refusal } from '@regards/core';
import type { Call, Refusal } from '@regards/core';
import type { RsRegistryServer } from '@regards/generated/rs-registry/server';
import type { Instance } from '@regards/generated/rs-registry/types';
import type { Addresses } from './addresses.ts';
import { wireApplications } from './domain.ts';
import type { Registrants } from './registrants.ts';
import { isBehind, isSecurelyBehind } from './service.ts';
import type { LeaseService } from './service.ts';
import { formatFor, xml } from './xml.ts';

/** RFC 7617 §2. */
const challenge = { 'WWW-Authenticate': 'Basic realm="rs-registry"' };

export function leaseOperations(
  leases: LeaseService,
  registrants: Registrants,
  addresses: Addresses,
): RsRegistryServer {
  /** Told in the log: whoever tries to be a service that they are not may be an attacker. */
  const refused = ({ headers, log, caller }: Call, service: string, instance: string) => {
    const why = registrants.refusalOf(headers['authorization'], service);
    if (!why) return undefined;
    log.warn({ service: service.slice(0, 100), instance, caller: caller.login }, 'a registration was refused');
    return why.code === 'unauthenticated'
      ? ({ status: 401, error: why, headers: challenge } as const)
      : ({ status: 403, error: why } as const);
  };
  const unknown = (instanceId: string) => ({ status: 404 as const, error: entityNotFound('Instance', instanceId) });
  const done = (happened: boolean, instanceId: string) => (happened ? { status: 200 as const } : unknown(instanceId));
  const all = async (call: Call) => answer(call, { applications: leases.applications() });
  const found = (call: Call, instances: Instance[], what: string) =>
    instances.length === 0
      ? unknown(what)
      : answer(call, { applications: wireApplications(instances, leases.applications().apps__hashcode) });
  return {
    getApplications: all,
    getApplicationsBehindSlash: all,
    getDelta: async (call) => answer(call, { applications: leases.delta() }),
    async getApplication(call, { application }) {
      const name = application.toUpperCase();
      const instance = leases.instances(({ app }) => app === name);
      if (instance.length === 0) return { status: 404, error: entityNotFound('Application', name) };
      return answer(call, { application: { name, instance } });
    },
    async getInstance(call, { application, instanceId }) {
      const instance = await leases.find(application, instanceId);
      return instance ? answer(call, { instance }) : unknown(instanceId);
    },
    async findInstance(call, { instanceId }) {
      const [instance] = leases.instances((one) => one.instanceId === instanceId);
      return instance ? answer(call, { instance }) : unknown(instanceId);
    },
    findByVirtualAddress: async (call, { address }) => found(call, leases.instances(isBehind(address)), address),
    findBySecureVirtualAddress: async (call, { address }) =>
      found(call, leases.instances(isSecurelyBehind(address)), address),
    async registerInstance(call, { application, body: { instance } }) {
      if (instance.app.toUpperCase() !== application.toUpperCase()) {
        return {
          status: 400,
          error: refusal('identifier-mismatch', `app is ${instance.app} in the body and ${application} in the path`),
        };
      }
      const denied = refused(call, instance.app, instance.instanceId ?? instance.hostName);
      if (denied) return denied;
      const elsewhere = await addresses.refusalOf(instance);
      if (elsewhere) {
        call.log.warn({ service: instance.app.slice(0, 100), why: elsewhere.messages }, 'a registration was refused');
        return { status: 400, error: elsewhere };
      }
      await leases.register(instance);
      return { status: 204 };
    },
    async renewLease(call, { application, instanceId, lastDirtyTimestamp }) {
      const denied = refused(call, application, instanceId);
      if (denied) return denied;
      const dirtyAt = lastDirtyTimestamp === undefined ? undefined : Number(lastDirtyTimestamp);
      return done(await leases.renew(application, instanceId, dirtyAt), instanceId);
    },
    cancelLease: async (call, { application, instanceId }) =>
      refused(call, application, instanceId) ?? done(await leases.cancel(application, instanceId), instanceId),
    async overrideStatus(call, { application, instanceId, value }) {
      const denied = refused(call, application, instanceId);
      if (denied) return denied;
      if (value === undefined)
        return { status: 400, error: refusal('invalid-parameter', 'value, the status, is missing') };
      return done(await leases.override(application, instanceId, value), instanceId);
    },
    withdrawStatusOverride: async (call, { application, instanceId, value }) =>
      refused(call, application, instanceId) ??
      done(await leases.withdrawOverride(application, instanceId, value), instanceId),
  };
}

type Answer<Body> =
  | { status: 200; body: Body | string; headers?: Readonly<Record<string, string>> }
  | { status: 406; error: Refusal };

/** JSON or XML, whichever the client reads; `body` has one member, whose name is XML's outermost element. */
function answer<Body extends object>({ headers: { accept } }: Call, body: Body): Answer<Body> {
  const [[name, value] = ['', '']] = Object.entries(body);
  const format = formatFor(accept);
  if (format === 'json') return { status: 200, body };
  if (format === 'xml') {
    return { status: 200, body: xml(name, value), headers: { 'Content-Type': 'application/xml;charset=UTF-8' } };
  }
  return { status: 406, error: refusal('not-acceptable', `There is JSON and XML; ${accept} is not to be had.`) };
}
