/** Where time comes from: rules take it as a value, so that a test decides what now is. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };
