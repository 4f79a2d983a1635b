/** Every limit and time of the HTTP door, each with its reason. */

export const defaults = {
  /** REGARDS's own limit of an upload. */
  bodyLimit: 100 * 1024 * 1024,
  /** Fields and files of one form: far more than any form of REGARDS has. */
  formParts: 1000,
  /** A body up to this size is told every fault; of a larger one only the first, since each fault costs memory. */
  allFaultsUpToBytes: 64 * 1024,
  /** More messages than this in one refusal help nobody. */
  mostMessages: 100,
  /** Slow headers are an attack (slowloris), not a slow network. */
  headersTimeoutMs: 20_000,
  /** 100 MB over 3 Mbit/s. */
  requestTimeoutMs: 300_000,
  /**
   * Longer than callers keep idle connections (30 s), so that the caller and not we close them: no call is lost in
   * between.
   */
  keepAliveTimeoutMs: 65_000,
  /** A caller's connection rests this long before it is closed. */
  idleConnectionMs: 30_000,
  /** How often a closing server looks for connections that have become idle. */
  drainPollMs: 50,
  /** Connections to one instance of another service; more calls wait in line. */
  connectionsPerInstance: 64,
  /** An instance that does not even take the connection in this long is taken for gone. */
  connectTimeoutMs: 3_000,
  /** Tries after the first one of a call that may be repeated. */
  retries: 2,
  /** One health check that hangs must not hang the answer. */
  healthCheckMs: 3_000,
  /** What a caller is told to wait when this service is starting, draining or cut off. */
  retryAfterSeconds: 5,
} as const;
