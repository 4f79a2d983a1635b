/** The operations that the framework itself serves, of every service whose contract takes them in from common. */
import type { Call, Page, Refusal } from '@regards/core';
import type {
  DeadLetter,
  DeadLetterQueue,
  DeadLetterReplay,
  DeadLettersReplayed,
  JobInfo,
  JobState,
} from '@regards/generated/common/types';

interface Paged {
  readonly page?: string | undefined;
  readonly size?: string | undefined;
}

type Given<Body> = { readonly status: 200; readonly body: Body };
type Missing = { readonly status: 404; readonly error: Refusal };

/** contracts/common/paths/jobs.yaml */
export interface JobOperations {
  getJobs(
    call: Call,
    request: Paged & {
      readonly state?: readonly JobState[] | undefined;
      readonly className?: string | undefined;
      readonly sort?: readonly string[] | undefined;
    },
  ): Promise<Given<Page<JobInfo>>>;
  getJob(call: Call, request: { readonly jobId: string }): Promise<Given<JobInfo> | Missing>;
  stopJob(call: Call, request: { readonly jobId: string }): Promise<Given<JobInfo> | Missing>;
  retryJob(call: Call, request: { readonly jobId: string }): Promise<Given<JobInfo> | Missing>;
}

/** contracts/common/paths/dead-letters.yaml */
export interface DeadLetterOperations {
  getDeadLetterQueues(call: Call): Promise<Given<readonly DeadLetterQueue[]>>;
  getDeadLetters(
    call: Call,
    request: Paged & {
      readonly queue: string;
      readonly tenant?: string | undefined;
      readonly type?: string | undefined;
      readonly reason?: string | undefined;
    },
  ): Promise<Given<Page<DeadLetter>> | Missing>;
  getDeadLetter(
    call: Call,
    request: { readonly queue: string; readonly letterId: string },
  ): Promise<Given<DeadLetter> | Missing>;
  replayDeadLetters(
    call: Call,
    request: { readonly queue: string; readonly body: DeadLetterReplay },
  ): Promise<Given<DeadLettersReplayed> | Missing>;
}

export type FrameworkOperations = JobOperations & DeadLetterOperations;

/** What a service serves by itself. */
export type OwnOperations<Server> = Omit<Server, keyof FrameworkOperations>;

/** The messages that the framework itself hears. */
export type FrameworkSubscription = 'stopJob';

/** Unknown where the framework's operations answer as the contract wants them to, never where they do not. */
export type KeptContract<Server> =
  Pick<FrameworkOperations, keyof Server & keyof FrameworkOperations> extends Pick<
    Server,
    keyof Server & keyof FrameworkOperations
  >
    ? unknown
    : never;
