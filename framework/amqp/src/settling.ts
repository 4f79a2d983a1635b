/**
 * A broker writes down which quorum queues it has within a second of their declaration; one that is killed before knows
 * nothing of them any more, nor of what it confirmed for them.
 */
export const queueSettlesMs = 1_500;
