// Generated from contracts/rs-fem/openapi.yaml — do not edit.
import type { Call, Page, Refusal } from '@regards/core';
import type {
  DeadLetter,
  DeadLetterQueue,
  DeadLetterReplay,
  DeadLettersReplayed,
  FeatureCreationCollection,
  FeatureDeletionCollection,
  FeatureEntityDto,
  FeatureRequestDto,
  FeatureRequestKind,
  FeatureUpdateCollection,
  JobInfo,
  JobState,
  ProductFeed,
  RequestHandledResponse,
  RequestInfo,
  SearchFeatureRequestParameters,
  SearchFeatureSimpleEntityParameters,
  Urn,
} from './types.ts';

/** What rs-fem implements: one method an operation, each answering with a status its contract declares. */
export interface RsFemServer {
  /**
   * Asks for products to be made.
   * Each is judged by itself. What became of each is told by FeatureRequestEvent too, and last of all whether it
   * succeeded.
   * POST /features · EXPLOIT
   */
  createFeatures(call: Call, request: CreateFeaturesRequest): Promise<CreateFeaturesResult>;

  /**
   * Asks for products to be deleted.
   * Each is judged by itself. One that is not there is granted and succeeds as well.
   * DELETE /features · EXPLOIT
   */
  deleteFeatures(call: Call, request: DeleteFeaturesRequest): Promise<DeleteFeaturesResult>;

  /**
   * Gives requests up.
   * Those that meet every filter given and are not being worked on.
   * DELETE /requests/delete/{type} · EXPLOIT
   */
  deleteRequests(call: Call, request: DeleteRequestsRequest): Promise<DeleteRequestsResult>;

  /**
   * Gives one dead letter with its headers and its body.
   * It stays where it is.
   * GET /dead-letters/{queue}/letters/{letterId} · PROJECT_ADMIN
   */
  getDeadLetter(call: Call, request: GetDeadLetterRequest): Promise<GetDeadLetterResult>;

  /**
   * Lists the queues in which messages rest that could not be handled.
   * One for each queue of the service, with how many messages of the project rest there.
   * GET /dead-letters · PROJECT_ADMIN
   */
  getDeadLetterQueues(call: Call, request: GetDeadLetterQueuesRequest): Promise<GetDeadLetterQueuesResult>;

  /**
   * Lists the dead letters of a queue, the oldest first.
   * Of the oldest ten thousand that rest there: those of the caller's project, for an administrator of the
   * instance those of all projects and of none. Bodies and headers stand in each letter by itself.
   * GET /dead-letters/{queue} · PROJECT_ADMIN
   */
  getDeadLetters(call: Call, request: GetDeadLettersRequest): Promise<GetDeadLettersResult>;

  /**
   * Gives one product.
   * Without envelope, as in REGARDS.
   * GET /admin/features/{urn} · EXPLOIT
   */
  getFeature(call: Call, request: GetFeatureRequest): Promise<GetFeatureResult>;

  /**
   * Gives one job.
   * With how far it is, and why it failed.
   * GET /jobs/{jobId} · ADMIN
   */
  getJob(call: Call, request: GetJobRequest): Promise<GetJobResult>;

  /**
   * Lists jobs of the project.
   * The newest state first unless sorted otherwise. Jobs that ended are forgotten after a while.
   * GET /jobs · ADMIN
   */
  getJobs(call: Call, request: GetJobsRequest): Promise<GetJobsResult>;

  /**
   * Gives all products, some at a time.
   * In the order in which they were made, each as FeaturesChangedEvent carries it. For services that keep
   * something of every product. One that is made or changed meanwhile is told of by its event in any case.
   * GET /products · INSTANCE_ADMIN
   */
  getProducts(call: Call, request: GetProductsRequest): Promise<GetProductsResult>;

  /**
   * Puts dead letters back to the queue they were for, in the order in which they came to rest.
   * Those of the oldest ten thousand that fit what is asked, each once. Their tries begin anew. One caller at a
   * time: a second one is told to come again.
   * POST /dead-letters/{queue}/replay · PROJECT_ADMIN
   */
  replayDeadLetters(call: Call, request: ReplayDeadLettersRequest): Promise<ReplayDeadLettersResult>;

  /**
   * Queues a job once more that failed or was stopped.
   * With a new budget of tries. A job that waits, runs or succeeded is refused.
   * POST /jobs/{jobId}/retry · ADMIN
   */
  retryJob(call: Call, request: RetryJobRequest): Promise<RetryJobResult>;

  /**
   * Tries failed requests again.
   * Those that meet every filter given and have failed.
   * POST /requests/retry/{type} · EXPLOIT
   */
  retryRequests(call: Call, request: RetryRequestsRequest): Promise<RetryRequestsResult>;

  /**
   * Lists products.
   * Those that meet every filter given, by their number unless asked otherwise; ten a page.
   * POST /admin/features · EXPLOIT
   */
  searchFeatures(call: Call, request: SearchFeaturesRequest): Promise<SearchFeaturesResult>;

  /**
   * Lists requests.
   * Those that are under way or have failed, by their number unless asked otherwise; ten a page. What has
   * succeeded is listed no more.
   * POST /requests/search/{type} · EXPLOIT
   */
  searchRequests(call: Call, request: SearchRequestsRequest): Promise<SearchRequestsResult>;

  /**
   * Stops a job that waits or runs.
   * It is ABORTED from this moment; what its run still does leaves no trace. A job that has ended is refused.
   * POST /jobs/{jobId}/stop · ADMIN
   */
  stopJob(call: Call, request: StopJobRequest): Promise<StopJobResult>;

  /**
   * Asks for products to be changed.
   * Each is judged by itself. Files are added to those that are there.
   * PATCH /features · EXPLOIT
   */
  updateFeatures(call: Call, request: UpdateFeaturesRequest): Promise<UpdateFeaturesResult>;
}

/** The parameters of createFeatures. */
export interface CreateFeaturesRequest {
  /** The body. */
  readonly body: FeatureCreationCollection;
}

/** What createFeatures may answer. */
export type CreateFeaturesResult =
  | { status: 201; body: RequestInfo; headers?: Readonly<Record<string, string>> }
  | { status: 206; body: RequestInfo; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 413; error: Refusal }
  | { status: 415; error: Refusal }
  | { status: 422; body: RequestInfo; headers?: Readonly<Record<string, string>> }
  | { status: 503; error: Refusal };

/** The parameters of deleteFeatures. */
export interface DeleteFeaturesRequest {
  /** The body. */
  readonly body: FeatureDeletionCollection;
}

/** What deleteFeatures may answer. */
export type DeleteFeaturesResult =
  | { status: 201; body: RequestInfo; headers?: Readonly<Record<string, string>> }
  | { status: 206; body: RequestInfo; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 413; error: Refusal }
  | { status: 415; error: Refusal }
  | { status: 422; body: RequestInfo; headers?: Readonly<Record<string, string>> }
  | { status: 503; error: Refusal };

/** The parameters of deleteRequests. */
export interface DeleteRequestsRequest {
  /** What the requests ask for. */
  readonly type: FeatureRequestKind;
  /** The body. */
  readonly body: SearchFeatureRequestParameters;
}

/** What deleteRequests may answer. */
export type DeleteRequestsResult =
  | { status: 200; body: RequestHandledResponse; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 413; error: Refusal }
  | { status: 415; error: Refusal }
  | { status: 422; error: Refusal };

/** The parameters of getDeadLetter. */
export interface GetDeadLetterRequest {
  /** Name of a queue of dead letters. */
  readonly queue: string;
  /** The letter's identifier, as the list gives it. */
  readonly letterId: string;
}

/** What getDeadLetter may answer. */
export type GetDeadLetterResult =
  | { status: 200; body: DeadLetter; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 404; error: Refusal }
  | { status: 503; error: Refusal };

/** getDeadLetterQueues takes no parameters. */
export type GetDeadLetterQueuesRequest = Readonly<Record<never, never>>;

/** What getDeadLetterQueues may answer. */
export type GetDeadLetterQueuesResult =
  | { status: 200; body: readonly DeadLetterQueue[]; headers?: Readonly<Record<string, string>> }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 503; error: Refusal };

/** The parameters of getDeadLetters. */
export interface GetDeadLettersRequest {
  /** Name of a queue of dead letters. */
  readonly queue: string;
  /** Only letters of this project. */
  readonly tenant?: string | undefined;
  /** Only letters whose type contains this. */
  readonly type?: string | undefined;
  /** Only letters whose reason contains this. */
  readonly reason?: string | undefined;
  /** Number of the page, from 0; nonsense is read as 0. */
  readonly page?: string | undefined;
  /** Elements of a page, at most 2000; nonsense is read as the default. */
  readonly size?: string | undefined;
}

/** What getDeadLetters may answer. */
export type GetDeadLettersResult =
  | { status: 200; body: Page<DeadLetter>; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 404; error: Refusal }
  | { status: 503; error: Refusal };

/** The parameters of getFeature. */
export interface GetFeatureRequest {
  /** Name of the product. */
  readonly urn: Urn;
}

/** What getFeature may answer. */
export type GetFeatureResult =
  | { status: 200; body: FeatureEntityDto; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 404; error: Refusal }
  | { status: 422; error: Refusal };

/** The parameters of getJob. */
export interface GetJobRequest {
  /** The job's identifier. */
  readonly jobId: string;
}

/** What getJob may answer. */
export type GetJobResult =
  | { status: 200; body: JobInfo; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 404; error: Refusal };

/** The parameters of getJobs. */
export interface GetJobsRequest {
  /** Only jobs in one of these states. */
  readonly state?: JobState[] | undefined;
  /** Only jobs of this kind. */
  readonly className?: string | undefined;
  /** Number of the page, from 0; nonsense is read as 0. */
  readonly page?: string | undefined;
  /** Elements of a page, at most 2000; nonsense is read as the default. */
  readonly size?: string | undefined;
  /** Properties to sort by, `name,asc` or `name,desc`; repeatable. */
  readonly sort?: string[] | undefined;
}

/** What getJobs may answer. */
export type GetJobsResult =
  | { status: 200; body: Page<JobInfo>; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal };

/** The parameters of getProducts. */
export interface GetProductsRequest {
  /** The `next` of the answer before; none for the first ones. */
  readonly after?: string | undefined;
  /** How many at most. */
  readonly limit?: number | undefined;
}

/** What getProducts may answer. */
export type GetProductsResult =
  | { status: 200; body: ProductFeed; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal };

/** The parameters of replayDeadLetters. */
export interface ReplayDeadLettersRequest {
  /** Name of a queue of dead letters. */
  readonly queue: string;
  /** The body. */
  readonly body: DeadLetterReplay;
}

/** What replayDeadLetters may answer. */
export type ReplayDeadLettersResult =
  | { status: 200; body: DeadLettersReplayed; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 404; error: Refusal }
  | { status: 413; error: Refusal }
  | { status: 415; error: Refusal }
  | { status: 422; error: Refusal }
  | { status: 503; error: Refusal };

/** The parameters of retryJob. */
export interface RetryJobRequest {
  /** The job's identifier. */
  readonly jobId: string;
}

/** What retryJob may answer. */
export type RetryJobResult =
  | { status: 200; body: JobInfo; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 404; error: Refusal };

/** The parameters of retryRequests. */
export interface RetryRequestsRequest {
  /** What the requests ask for. */
  readonly type: FeatureRequestKind;
  /** The body. */
  readonly body: SearchFeatureRequestParameters;
}

/** What retryRequests may answer. */
export type RetryRequestsResult =
  | { status: 200; body: RequestHandledResponse; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 413; error: Refusal }
  | { status: 415; error: Refusal }
  | { status: 422; error: Refusal };

/** The parameters of searchFeatures. */
export interface SearchFeaturesRequest {
  /** Number of the page, from 0; nonsense is read as 0. */
  readonly page?: string | undefined;
  /** Elements of a page, at most 2000; nonsense is read as the default. */
  readonly size?: string | undefined;
  /** Properties to sort by, `name,asc` or `name,desc`; repeatable. */
  readonly sort?: string[] | undefined;
  /** The body. */
  readonly body: SearchFeatureSimpleEntityParameters;
}

/** What searchFeatures may answer. */
export type SearchFeaturesResult =
  | { status: 200; body: Page<FeatureEntityDto>; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 413; error: Refusal }
  | { status: 415; error: Refusal }
  | { status: 422; error: Refusal };

/** The parameters of searchRequests. */
export interface SearchRequestsRequest {
  /** What the requests ask for. */
  readonly type: FeatureRequestKind;
  /** Number of the page, from 0; nonsense is read as 0. */
  readonly page?: string | undefined;
  /** Elements of a page, at most 2000; nonsense is read as the default. */
  readonly size?: string | undefined;
  /** Properties to sort by, `name,asc` or `name,desc`; repeatable. */
  readonly sort?: string[] | undefined;
  /** The body. */
  readonly body: SearchFeatureRequestParameters;
}

/** What searchRequests may answer. */
export type SearchRequestsResult =
  | { status: 200; body: Page<FeatureRequestDto>; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 413; error: Refusal }
  | { status: 415; error: Refusal }
  | { status: 422; error: Refusal };

/** The parameters of stopJob. */
export interface StopJobRequest {
  /** The job's identifier. */
  readonly jobId: string;
}

/** What stopJob may answer. */
export type StopJobResult =
  | { status: 200; body: JobInfo; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 404; error: Refusal };

/** The parameters of updateFeatures. */
export interface UpdateFeaturesRequest {
  /** The body. */
  readonly body: FeatureUpdateCollection;
}

/** What updateFeatures may answer. */
export type UpdateFeaturesResult =
  | { status: 201; body: RequestInfo; headers?: Readonly<Record<string, string>> }
  | { status: 206; body: RequestInfo; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 413; error: Refusal }
  | { status: 415; error: Refusal }
  | { status: 422; body: RequestInfo; headers?: Readonly<Record<string, string>> }
  | { status: 503; error: Refusal };
