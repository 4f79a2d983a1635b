// Generated from contracts/rs-registry/openapi.yaml — do not edit.
import type { Call, Refusal } from '@regards/core';
import type {
  ApplicationAnswer,
  ApplicationsAnswer,
  InstanceAnswer,
  InstanceStatus,
  Registration,
  Xml,
} from './types.ts';

/** What rs-registry implements: one method an operation, each answering with a status its contract declares. */
export interface RsRegistryServer {
  /**
   * Deregisters an instance.
   * It is in nobody's list from now on.
   * DELETE /eureka/apps/{application}/{instanceId} · NONE
   */
  cancelLease(call: Call, request: CancelLeaseRequest): Promise<CancelLeaseResult>;

  /**
   * Lists the instances behind a secure virtual address.
   * Those whose secureVipAddress names it.
   * GET /eureka/svips/{address} · NONE
   */
  findBySecureVirtualAddress(
    call: Call,
    request: FindBySecureVirtualAddressRequest,
  ): Promise<FindBySecureVirtualAddressResult>;

  /**
   * Lists the instances behind a virtual address.
   * Those whose vipAddress names it.
   * GET /eureka/vips/{address} · NONE
   */
  findByVirtualAddress(call: Call, request: FindByVirtualAddressRequest): Promise<FindByVirtualAddressResult>;

  /**
   * Gives an instance, whatever its service.
   * Instance ids are unique within a service; of several the first one is given.
   * GET /eureka/instances/{instanceId} · NONE
   */
  findInstance(call: Call, request: FindInstanceRequest): Promise<FindInstanceResult>;

  /**
   * Lists the instances of one service.
   * Whatever their state.
   * GET /eureka/apps/{application} · NONE
   */
  getApplication(call: Call, request: GetApplicationRequest): Promise<GetApplicationResult>;

  /**
   * Lists all instances of all services.
   * With a hash of how many instances are in which state.
   * GET /eureka/apps · NONE
   */
  getApplications(call: Call, request: GetApplicationsRequest): Promise<GetApplicationsResult>;

  /**
   * Lists all instances of all services, asked for with a slash at the end.
   * The same as without; eureka-js-client and py-eureka-client ask this way.
   * GET /eureka/apps/ · NONE
   */
  getApplicationsBehindSlash(
    call: Call,
    request: GetApplicationsBehindSlashRequest,
  ): Promise<GetApplicationsBehindSlashResult>;

  /**
   * Lists what changed lately.
   * Instances that came, changed or went within the last three minutes, each with its last action; the hash is
   * that of the whole list, by which a client finds out that it missed something.
   * GET /eureka/apps/delta · NONE
   */
  getDelta(call: Call, request: GetDeltaRequest): Promise<GetDeltaResult>;

  /**
   * Gives one instance of a service.
   * Whatever its state.
   * GET /eureka/apps/{application}/{instanceId} · NONE
   */
  getInstance(call: Call, request: GetInstanceRequest): Promise<GetInstanceResult>;

  /**
   * Overrides the status of an instance.
   * Heartbeats and new registrations do not undo it; an instance that says itself DOWN or STARTING is that.
   * PUT /eureka/apps/{application}/{instanceId}/status · NONE
   */
  overrideStatus(call: Call, request: OverrideStatusRequest): Promise<OverrideStatusResult>;

  /**
   * Registers an instance.
   * An instance of the same id is replaced; the lease runs from now on.
   * POST /eureka/apps/{application} · NONE
   */
  registerInstance(call: Call, request: RegisterInstanceRequest): Promise<RegisterInstanceResult>;

  /**
   * Renews the lease of an instance.
   * The heartbeat. 404 asks the instance to register (again). The status in the query changes nothing.
   * PUT /eureka/apps/{application}/{instanceId} · NONE
   */
  renewLease(call: Call, request: RenewLeaseRequest): Promise<RenewLeaseResult>;

  /**
   * Gives an instance its own status back.
   * With a value the instance's own status is set to it.
   * DELETE /eureka/apps/{application}/{instanceId}/status · NONE
   */
  withdrawStatusOverride(call: Call, request: WithdrawStatusOverrideRequest): Promise<WithdrawStatusOverrideResult>;
}

/** The parameters of cancelLease. */
export interface CancelLeaseRequest {
  /** Name of the service; upper and lower case are the same. */
  readonly application: string;
  /** Name of the instance, such as rs-fem:1. */
  readonly instanceId: string;
}

/** What cancelLease may answer. */
export type CancelLeaseResult =
  | { status: 200; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 404; error: Refusal };

/** The parameters of findBySecureVirtualAddress. */
export interface FindBySecureVirtualAddressRequest {
  /** A virtual address, as a rule the service's name in lower case; several are separated by commas. */
  readonly address: string;
}

/** What findBySecureVirtualAddress may answer. */
export type FindBySecureVirtualAddressResult =
  | { status: 200; body: ApplicationsAnswer | Xml; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 404; error: Refusal }
  | { status: 406; error: Refusal };

/** The parameters of findByVirtualAddress. */
export interface FindByVirtualAddressRequest {
  /** A virtual address, as a rule the service's name in lower case; several are separated by commas. */
  readonly address: string;
}

/** What findByVirtualAddress may answer. */
export type FindByVirtualAddressResult =
  | { status: 200; body: ApplicationsAnswer | Xml; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 404; error: Refusal }
  | { status: 406; error: Refusal };

/** The parameters of findInstance. */
export interface FindInstanceRequest {
  /** Name of the instance, such as rs-fem:1. */
  readonly instanceId: string;
}

/** What findInstance may answer. */
export type FindInstanceResult =
  | { status: 200; body: InstanceAnswer | Xml; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 404; error: Refusal }
  | { status: 406; error: Refusal };

/** The parameters of getApplication. */
export interface GetApplicationRequest {
  /** Name of the service; upper and lower case are the same. */
  readonly application: string;
}

/** What getApplication may answer. */
export type GetApplicationResult =
  | { status: 200; body: ApplicationAnswer | Xml; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 404; error: Refusal }
  | { status: 406; error: Refusal };

/** getApplications takes no parameters. */
export type GetApplicationsRequest = Readonly<Record<never, never>>;

/** What getApplications may answer. */
export type GetApplicationsResult =
  | { status: 200; body: ApplicationsAnswer | Xml; headers?: Readonly<Record<string, string>> }
  | { status: 406; error: Refusal };

/** getApplicationsBehindSlash takes no parameters. */
export type GetApplicationsBehindSlashRequest = Readonly<Record<never, never>>;

/** What getApplicationsBehindSlash may answer. */
export type GetApplicationsBehindSlashResult =
  | { status: 200; body: ApplicationsAnswer | Xml; headers?: Readonly<Record<string, string>> }
  | { status: 406; error: Refusal };

/** getDelta takes no parameters. */
export type GetDeltaRequest = Readonly<Record<never, never>>;

/** What getDelta may answer. */
export type GetDeltaResult =
  | { status: 200; body: ApplicationsAnswer | Xml; headers?: Readonly<Record<string, string>> }
  | { status: 406; error: Refusal };

/** The parameters of getInstance. */
export interface GetInstanceRequest {
  /** Name of the service; upper and lower case are the same. */
  readonly application: string;
  /** Name of the instance, such as rs-fem:1. */
  readonly instanceId: string;
}

/** What getInstance may answer. */
export type GetInstanceResult =
  | { status: 200; body: InstanceAnswer | Xml; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 404; error: Refusal }
  | { status: 406; error: Refusal };

/** The parameters of overrideStatus. */
export interface OverrideStatusRequest {
  /** Name of the service; upper and lower case are the same. */
  readonly application: string;
  /** Name of the instance, such as rs-fem:1. */
  readonly instanceId: string;
  /** A status. */
  readonly value?: InstanceStatus | undefined;
  /**
   * When the instance last changed, in epoch milliseconds; one that is later than the registry knows must register
   * anew.
   */
  readonly lastDirtyTimestamp?: string | undefined;
}

/** What overrideStatus may answer. */
export type OverrideStatusResult =
  | { status: 200; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 404; error: Refusal };

/** The parameters of registerInstance. */
export interface RegisterInstanceRequest {
  /** Name of the service; upper and lower case are the same. */
  readonly application: string;
  /** The body. */
  readonly body: Registration;
}

/** What registerInstance may answer. */
export type RegisterInstanceResult =
  | { status: 204; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 409; error: Refusal }
  | { status: 413; error: Refusal }
  | { status: 415; error: Refusal }
  | { status: 422; error: Refusal };

/** The parameters of renewLease. */
export interface RenewLeaseRequest {
  /** Name of the service; upper and lower case are the same. */
  readonly application: string;
  /** Name of the instance, such as rs-fem:1. */
  readonly instanceId: string;
  /**
   * When the instance last changed, in epoch milliseconds; one that is later than the registry knows must register
   * anew.
   */
  readonly lastDirtyTimestamp?: string | undefined;
  /** What the instance says of itself. */
  readonly status?: string | undefined;
  /** What the instance knows to be overridden. */
  readonly overriddenstatus?: string | undefined;
}

/** What renewLease may answer. */
export type RenewLeaseResult =
  | { status: 200; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 404; error: Refusal };

/** The parameters of withdrawStatusOverride. */
export interface WithdrawStatusOverrideRequest {
  /** Name of the service; upper and lower case are the same. */
  readonly application: string;
  /** Name of the instance, such as rs-fem:1. */
  readonly instanceId: string;
  /** A status. */
  readonly value?: InstanceStatus | undefined;
  /**
   * When the instance last changed, in epoch milliseconds; one that is later than the registry knows must register
   * anew.
   */
  readonly lastDirtyTimestamp?: string | undefined;
}

/** What withdrawStatusOverride may answer. */
export type WithdrawStatusOverrideResult =
  | { status: 200; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 404; error: Refusal };
