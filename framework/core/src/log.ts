/** What rooms without a logging vendor write to: JSON fields first, then a sentence. */
export interface Log {
  debug(fields: object, sentence?: string): void;
  info(fields: object, sentence?: string): void;
  warn(fields: object, sentence?: string): void;
  error(fields: object, sentence?: string): void;
}

/** A log that keeps nothing, for values alone. */
export const silentLog: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
