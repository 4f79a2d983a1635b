/** How many new tries a service may be burdened with: a share of its requests, so that failure does not feed itself. */
import { limits } from './limits.ts';

export class RetryBudget {
  readonly #left = new Map<string, number>();

  /** A request was made: it pays for a part of a later try. */
  earn(service: string): void {
    const left = this.#left.get(service) ?? limits.retryBurst;
    if (left < limits.retryBurst) this.#left.set(service, Math.min(left + limits.retryShare, limits.retryBurst));
  }

  /** Whether another try is allowed, which then has been spent. */
  spend(service: string): boolean {
    const left = this.#left.get(service) ?? limits.retryBurst;
    if (left < 1) return false;
    this.#left.set(service, left - 1);
    return true;
  }
}
