/** What the HTTP door needs from others, each the least it needs. */
import type { Caller, Log, Networks, Route } from '@regards/core';

/** A caller whose token has been verified, and the tenant it belongs to. */
export interface Identity extends Caller {
  readonly tenant: string;
}

export interface IdentityVerifier {
  /** Throws RefusedError (`unauthenticated`, or `unavailable` when nothing can be verified just now). */
  verify(token: string): Promise<Identity>;
}

/** Whether a caller may call an operation. */
export type MayCall = (route: Route) => boolean;

/** What holders of a role may call, and where they may come from. */
export interface RightsOfHolders {
  readonly may: MayCall;
  /** Anywhere where missing. */
  readonly from?: Networks | undefined;
}

export interface Rights {
  /**
   * What the role may in the tenant. Throws RefusedError `unavailable` when that cannot be told just now: a role whose
   * rights nobody knows has none.
   */
  of(caller: { readonly tenant: string; readonly role: string }): RightsOfHolders | Promise<RightsOfHolders>;
}

export interface TenantReadiness {
  /** Whether `tenant` exists and may be served; an unknown one may be looked up. */
  ready(tenant: string): Promise<boolean>;
}

/** A log that can put the request beside every line written while it is handled. */
export interface RequestLog extends Log {
  within?<T>(context: { correlationId?: string; tenant?: string; username?: string }, work: () => T): T;
}

export interface HttpMetrics {
  /** `route` is a template and never a path, so that series stay few. */
  answered(request: { method: string; route: string; status: number; seconds: number }): void;
  text(): Promise<string>;
  readonly contentType: string;
}

export type HealthStatus = 'UP' | 'DOWN' | 'OUT_OF_SERVICE';

export interface HealthReport {
  readonly status: HealthStatus;
  readonly components?: Readonly<Record<string, HealthComponent>>;
}

export interface HealthComponent {
  readonly status: HealthStatus;
  readonly details?: Readonly<Record<string, unknown>>;
}

export interface Health {
  /** DOWN asks for a restart. */
  liveness(): Promise<HealthReport>;
  /** Anything but UP asks to be left out of every caller's list. */
  readiness(): Promise<HealthReport>;
}

export interface HttpSettings {
  /** Bytes of the largest body, after decompression. */
  readonly bodyLimit?: number;
  /** Whether answers are held to the contract too; one that breaks it becomes a 500. */
  readonly validateResponses?: boolean;
  /** Public address of the service, without a slash at the end, when no proxy tells it by X-Forwarded headers. */
  readonly publicUrl?: string;
  /** An `instance` service always works for the virtual tenant `instance`, whatever tenant the caller belongs to. */
  readonly tenancy?: 'multitenant' | 'instance';
}
