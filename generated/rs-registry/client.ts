// Generated from contracts/rs-registry/openapi.yaml — do not edit.
import type { CallContext, Transport } from '@regards/core';
import { routes } from './routes.ts';
import type {
  CancelLeaseRequest,
  FindBySecureVirtualAddressRequest,
  FindByVirtualAddressRequest,
  FindInstanceRequest,
  GetApplicationRequest,
  GetApplicationsBehindSlashRequest,
  GetApplicationsRequest,
  GetDeltaRequest,
  GetInstanceRequest,
  OverrideStatusRequest,
  RegisterInstanceRequest,
  RenewLeaseRequest,
  WithdrawStatusOverrideRequest,
} from './server.ts';
import type { ApplicationAnswer, ApplicationsAnswer, InstanceAnswer, Problem, Xml } from './types.ts';

/** The operations of rs-registry as its callers use them: answers by status, no exception for a refusal. */
export interface RsRegistryClient {
  /**
   * Deregisters an instance.
   * It is in nobody's list from now on.
   * DELETE /eureka/apps/{application}/{instanceId} · NONE
   */
  cancelLease(context: CallContext, request: CancelLeaseRequest): Promise<CancelLeaseAnswer>;

  /**
   * Lists the instances behind a secure virtual address.
   * Those whose secureVipAddress names it.
   * GET /eureka/svips/{address} · NONE
   */
  findBySecureVirtualAddress(
    context: CallContext,
    request: FindBySecureVirtualAddressRequest,
  ): Promise<FindBySecureVirtualAddressAnswer>;

  /**
   * Lists the instances behind a virtual address.
   * Those whose vipAddress names it.
   * GET /eureka/vips/{address} · NONE
   */
  findByVirtualAddress(context: CallContext, request: FindByVirtualAddressRequest): Promise<FindByVirtualAddressAnswer>;

  /**
   * Gives an instance, whatever its service.
   * Instance ids are unique within a service; of several the first one is given.
   * GET /eureka/instances/{instanceId} · NONE
   */
  findInstance(context: CallContext, request: FindInstanceRequest): Promise<FindInstanceAnswer>;

  /**
   * Lists the instances of one service.
   * Whatever their state.
   * GET /eureka/apps/{application} · NONE
   */
  getApplication(context: CallContext, request: GetApplicationRequest): Promise<GetApplicationAnswer>;

  /**
   * Lists all instances of all services.
   * With a hash of how many instances are in which state.
   * GET /eureka/apps · NONE
   */
  getApplications(context: CallContext, request?: GetApplicationsRequest): Promise<GetApplicationsAnswer>;

  /**
   * Lists all instances of all services, asked for with a slash at the end.
   * The same as without; eureka-js-client and py-eureka-client ask this way.
   * GET /eureka/apps/ · NONE
   */
  getApplicationsBehindSlash(
    context: CallContext,
    request?: GetApplicationsBehindSlashRequest,
  ): Promise<GetApplicationsBehindSlashAnswer>;

  /**
   * Lists what changed lately.
   * Instances that came, changed or went within the last three minutes, each with its last action; the hash is
   * that of the whole list, by which a client finds out that it missed something.
   * GET /eureka/apps/delta · NONE
   */
  getDelta(context: CallContext, request?: GetDeltaRequest): Promise<GetDeltaAnswer>;

  /**
   * Gives one instance of a service.
   * Whatever its state.
   * GET /eureka/apps/{application}/{instanceId} · NONE
   */
  getInstance(context: CallContext, request: GetInstanceRequest): Promise<GetInstanceAnswer>;

  /**
   * Overrides the status of an instance.
   * Heartbeats and new registrations do not undo it; an instance that says itself DOWN or STARTING is that.
   * PUT /eureka/apps/{application}/{instanceId}/status · NONE
   */
  overrideStatus(context: CallContext, request: OverrideStatusRequest): Promise<OverrideStatusAnswer>;

  /**
   * Registers an instance.
   * An instance of the same id is replaced; the lease runs from now on.
   * POST /eureka/apps/{application} · NONE
   */
  registerInstance(context: CallContext, request: RegisterInstanceRequest): Promise<RegisterInstanceAnswer>;

  /**
   * Renews the lease of an instance.
   * The heartbeat. 404 asks the instance to register (again). The status in the query changes nothing.
   * PUT /eureka/apps/{application}/{instanceId} · NONE
   */
  renewLease(context: CallContext, request: RenewLeaseRequest): Promise<RenewLeaseAnswer>;

  /**
   * Gives an instance its own status back.
   * With a value the instance's own status is set to it.
   * DELETE /eureka/apps/{application}/{instanceId}/status · NONE
   */
  withdrawStatusOverride(
    context: CallContext,
    request: WithdrawStatusOverrideRequest,
  ): Promise<WithdrawStatusOverrideAnswer>;
}

/** Calls rs-registry wherever an instance of it is. */
export const rsRegistryClient = (transport: Transport): RsRegistryClient => ({
  cancelLease: (context, request) =>
    transport.send<CancelLeaseAnswer>('rs-registry', routes.cancelLease, context, request),

  findBySecureVirtualAddress: (context, request) =>
    transport.send<FindBySecureVirtualAddressAnswer>(
      'rs-registry',
      routes.findBySecureVirtualAddress,
      context,
      request,
    ),

  findByVirtualAddress: (context, request) =>
    transport.send<FindByVirtualAddressAnswer>('rs-registry', routes.findByVirtualAddress, context, request),

  findInstance: (context, request) =>
    transport.send<FindInstanceAnswer>('rs-registry', routes.findInstance, context, request),

  getApplication: (context, request) =>
    transport.send<GetApplicationAnswer>('rs-registry', routes.getApplication, context, request),

  getApplications: (context, request = {}) =>
    transport.send<GetApplicationsAnswer>('rs-registry', routes.getApplications, context, request),

  getApplicationsBehindSlash: (context, request = {}) =>
    transport.send<GetApplicationsBehindSlashAnswer>(
      'rs-registry',
      routes.getApplicationsBehindSlash,
      context,
      request,
    ),

  getDelta: (context, request = {}) => transport.send<GetDeltaAnswer>('rs-registry', routes.getDelta, context, request),

  getInstance: (context, request) =>
    transport.send<GetInstanceAnswer>('rs-registry', routes.getInstance, context, request),

  overrideStatus: (context, request) =>
    transport.send<OverrideStatusAnswer>('rs-registry', routes.overrideStatus, context, request),

  registerInstance: (context, request) =>
    transport.send<RegisterInstanceAnswer>('rs-registry', routes.registerInstance, context, request),

  renewLease: (context, request) =>
    transport.send<RenewLeaseAnswer>('rs-registry', routes.renewLease, context, request),

  withdrawStatusOverride: (context, request) =>
    transport.send<WithdrawStatusOverrideAnswer>('rs-registry', routes.withdrawStatusOverride, context, request),
});

/** The contract that it was made from: an instance that serves another one is not called. */
rsRegistryClient.provider = { service: 'rs-registry', version: '0.1.0' } as const;

/** What cancelLease answers. */
export type CancelLeaseAnswer =
  | { status: 200; body: undefined; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 404; body: Problem; headers: Readonly<Record<string, string>> };

/** What findBySecureVirtualAddress answers. */
export type FindBySecureVirtualAddressAnswer =
  | { status: 200; body: ApplicationsAnswer | Xml; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 404; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 406; body: Problem; headers: Readonly<Record<string, string>> };

/** What findByVirtualAddress answers. */
export type FindByVirtualAddressAnswer =
  | { status: 200; body: ApplicationsAnswer | Xml; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 404; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 406; body: Problem; headers: Readonly<Record<string, string>> };

/** What findInstance answers. */
export type FindInstanceAnswer =
  | { status: 200; body: InstanceAnswer | Xml; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 404; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 406; body: Problem; headers: Readonly<Record<string, string>> };

/** What getApplication answers. */
export type GetApplicationAnswer =
  | { status: 200; body: ApplicationAnswer | Xml; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 404; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 406; body: Problem; headers: Readonly<Record<string, string>> };

/** What getApplications answers. */
export type GetApplicationsAnswer =
  | { status: 200; body: ApplicationsAnswer | Xml; headers: Readonly<Record<string, string>> }
  | { status: 406; body: Problem; headers: Readonly<Record<string, string>> };

/** What getApplicationsBehindSlash answers. */
export type GetApplicationsBehindSlashAnswer =
  | { status: 200; body: ApplicationsAnswer | Xml; headers: Readonly<Record<string, string>> }
  | { status: 406; body: Problem; headers: Readonly<Record<string, string>> };

/** What getDelta answers. */
export type GetDeltaAnswer =
  | { status: 200; body: ApplicationsAnswer | Xml; headers: Readonly<Record<string, string>> }
  | { status: 406; body: Problem; headers: Readonly<Record<string, string>> };

/** What getInstance answers. */
export type GetInstanceAnswer =
  | { status: 200; body: InstanceAnswer | Xml; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 404; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 406; body: Problem; headers: Readonly<Record<string, string>> };

/** What overrideStatus answers. */
export type OverrideStatusAnswer =
  | { status: 200; body: undefined; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 404; body: Problem; headers: Readonly<Record<string, string>> };

/** What registerInstance answers. */
export type RegisterInstanceAnswer =
  | { status: 204; body: undefined; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 409; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 413; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 415; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 422; body: Problem; headers: Readonly<Record<string, string>> };

/** What renewLease answers. */
export type RenewLeaseAnswer =
  | { status: 200; body: undefined; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 404; body: Problem; headers: Readonly<Record<string, string>> };

/** What withdrawStatusOverride answers. */
export type WithdrawStatusOverrideAnswer =
  | { status: 200; body: undefined; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 404; body: Problem; headers: Readonly<Record<string, string>> };
