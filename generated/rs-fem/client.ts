// Generated from contracts/rs-fem/openapi.yaml — do not edit.
import type { CallContext, Transport } from '@regards/core';
import { routes } from './routes.ts';
import type {
  CreateFeaturesRequest,
  DeleteFeaturesRequest,
  DeleteRequestsRequest,
  GetDeadLetterQueuesRequest,
  GetDeadLetterRequest,
  GetDeadLettersRequest,
  GetFeatureRequest,
  GetJobRequest,
  GetJobsRequest,
  GetProductsRequest,
  ReplayDeadLettersRequest,
  RetryJobRequest,
  RetryRequestsRequest,
  SearchFeaturesRequest,
  SearchRequestsRequest,
  StopJobRequest,
  UpdateFeaturesRequest,
} from './server.ts';
import type {
  DeadLetterPage,
  DeadLetterQueueResources,
  DeadLetterResource,
  DeadLettersReplayed,
  FeatureEntityDto,
  FeatureEntityDtoPage,
  FeatureRequestDtoPage,
  JobPage,
  JobResource,
  Problem,
  ProductFeed,
  RequestHandledResponse,
  RequestInfoResource,
  RequestsRefused,
} from './types.ts';

/** The operations of rs-fem as its callers use them: answers by status, no exception for a refusal. */
export interface RsFemClient {
  /**
   * Asks for products to be made.
   * Each is judged by itself. What became of each is told by FeatureRequestEvent too, and last of all whether it
   * succeeded.
   * POST /features · EXPLOIT
   */
  createFeatures(context: CallContext, request: CreateFeaturesRequest): Promise<CreateFeaturesAnswer>;

  /**
   * Asks for products to be deleted.
   * Each is judged by itself. One that is not there is granted and succeeds as well.
   * DELETE /features · EXPLOIT
   */
  deleteFeatures(context: CallContext, request: DeleteFeaturesRequest): Promise<DeleteFeaturesAnswer>;

  /**
   * Gives requests up.
   * Those that meet every filter given and are not being worked on.
   * DELETE /requests/delete/{type} · EXPLOIT
   */
  deleteRequests(context: CallContext, request: DeleteRequestsRequest): Promise<DeleteRequestsAnswer>;

  /**
   * Gives one dead letter with its headers and its body.
   * It stays where it is.
   * GET /dead-letters/{queue}/letters/{letterId} · PROJECT_ADMIN
   */
  getDeadLetter(context: CallContext, request: GetDeadLetterRequest): Promise<GetDeadLetterAnswer>;

  /**
   * Lists the queues in which messages rest that could not be handled.
   * One for each queue of the service, with how many messages of the project rest there.
   * GET /dead-letters · PROJECT_ADMIN
   */
  getDeadLetterQueues(context: CallContext, request?: GetDeadLetterQueuesRequest): Promise<GetDeadLetterQueuesAnswer>;

  /**
   * Lists the dead letters of a queue, the oldest first.
   * Of the oldest ten thousand that rest there: those of the caller's project, for an administrator of the
   * instance those of all projects and of none. Bodies and headers stand in each letter by itself.
   * GET /dead-letters/{queue} · PROJECT_ADMIN
   */
  getDeadLetters(context: CallContext, request: GetDeadLettersRequest): Promise<GetDeadLettersAnswer>;

  /**
   * Gives one product.
   * Without envelope, as in REGARDS.
   * GET /admin/features/{urn} · EXPLOIT
   */
  getFeature(context: CallContext, request: GetFeatureRequest): Promise<GetFeatureAnswer>;

  /**
   * Gives one job.
   * With how far it is, and why it failed.
   * GET /jobs/{jobId} · ADMIN
   */
  getJob(context: CallContext, request: GetJobRequest): Promise<GetJobAnswer>;

  /**
   * Lists jobs of the project.
   * The newest state first unless sorted otherwise. Jobs that ended are forgotten after a while.
   * GET /jobs · ADMIN
   */
  getJobs(context: CallContext, request?: GetJobsRequest): Promise<GetJobsAnswer>;

  /**
   * Gives all products, some at a time.
   * In the order in which they were made, each as FeaturesChangedEvent carries it. For services that keep
   * something of every product. One that is made or changed meanwhile is told of by its event in any case.
   * GET /products · INSTANCE_ADMIN
   */
  getProducts(context: CallContext, request?: GetProductsRequest): Promise<GetProductsAnswer>;

  /**
   * Puts dead letters back to the queue they were for, in the order in which they came to rest.
   * Those of the oldest ten thousand that fit what is asked, each once. Their tries begin anew. One caller at a
   * time: a second one is told to come again.
   * POST /dead-letters/{queue}/replay · PROJECT_ADMIN
   */
  replayDeadLetters(context: CallContext, request: ReplayDeadLettersRequest): Promise<ReplayDeadLettersAnswer>;

  /**
   * Queues a job once more that failed or was stopped.
   * With a new budget of tries. A job that waits, runs or succeeded is refused.
   * POST /jobs/{jobId}/retry · ADMIN
   */
  retryJob(context: CallContext, request: RetryJobRequest): Promise<RetryJobAnswer>;

  /**
   * Tries failed requests again.
   * Those that meet every filter given and have failed.
   * POST /requests/retry/{type} · EXPLOIT
   */
  retryRequests(context: CallContext, request: RetryRequestsRequest): Promise<RetryRequestsAnswer>;

  /**
   * Lists products.
   * Those that meet every filter given, by their number unless asked otherwise; ten a page.
   * POST /admin/features · EXPLOIT
   */
  searchFeatures(context: CallContext, request: SearchFeaturesRequest): Promise<SearchFeaturesAnswer>;

  /**
   * Lists requests.
   * Those that are under way or have failed, by their number unless asked otherwise; ten a page. What has
   * succeeded is listed no more.
   * POST /requests/search/{type} · EXPLOIT
   */
  searchRequests(context: CallContext, request: SearchRequestsRequest): Promise<SearchRequestsAnswer>;

  /**
   * Stops a job that waits or runs.
   * It is ABORTED from this moment; what its run still does leaves no trace. A job that has ended is refused.
   * POST /jobs/{jobId}/stop · ADMIN
   */
  stopJob(context: CallContext, request: StopJobRequest): Promise<StopJobAnswer>;

  /**
   * Asks for products to be changed.
   * Each is judged by itself. Files are added to those that are there.
   * PATCH /features · EXPLOIT
   */
  updateFeatures(context: CallContext, request: UpdateFeaturesRequest): Promise<UpdateFeaturesAnswer>;
}

/** Calls rs-fem wherever an instance of it is. */
export const rsFemClient = (transport: Transport): RsFemClient => ({
  createFeatures: (context, request) =>
    transport.send<CreateFeaturesAnswer>('rs-fem', routes.createFeatures, context, request),

  deleteFeatures: (context, request) =>
    transport.send<DeleteFeaturesAnswer>('rs-fem', routes.deleteFeatures, context, request),

  deleteRequests: (context, request) =>
    transport.send<DeleteRequestsAnswer>('rs-fem', routes.deleteRequests, context, request),

  getDeadLetter: (context, request) =>
    transport.send<GetDeadLetterAnswer>('rs-fem', routes.getDeadLetter, context, request),

  getDeadLetterQueues: (context, request = {}) =>
    transport.send<GetDeadLetterQueuesAnswer>('rs-fem', routes.getDeadLetterQueues, context, request),

  getDeadLetters: (context, request) =>
    transport.send<GetDeadLettersAnswer>('rs-fem', routes.getDeadLetters, context, request),

  getFeature: (context, request) => transport.send<GetFeatureAnswer>('rs-fem', routes.getFeature, context, request),

  getJob: (context, request) => transport.send<GetJobAnswer>('rs-fem', routes.getJob, context, request),

  getJobs: (context, request = {}) => transport.send<GetJobsAnswer>('rs-fem', routes.getJobs, context, request),

  getProducts: (context, request = {}) =>
    transport.send<GetProductsAnswer>('rs-fem', routes.getProducts, context, request),

  replayDeadLetters: (context, request) =>
    transport.send<ReplayDeadLettersAnswer>('rs-fem', routes.replayDeadLetters, context, request),

  retryJob: (context, request) => transport.send<RetryJobAnswer>('rs-fem', routes.retryJob, context, request),

  retryRequests: (context, request) =>
    transport.send<RetryRequestsAnswer>('rs-fem', routes.retryRequests, context, request),

  searchFeatures: (context, request) =>
    transport.send<SearchFeaturesAnswer>('rs-fem', routes.searchFeatures, context, request),

  searchRequests: (context, request) =>
    transport.send<SearchRequestsAnswer>('rs-fem', routes.searchRequests, context, request),

  stopJob: (context, request) => transport.send<StopJobAnswer>('rs-fem', routes.stopJob, context, request),

  updateFeatures: (context, request) =>
    transport.send<UpdateFeaturesAnswer>('rs-fem', routes.updateFeatures, context, request),
});

/** The contract that it was made from: an instance that serves another one is not called. */
rsFemClient.provider = { service: 'rs-fem', version: '0.2.0' } as const;

/** What createFeatures answers. */
export type CreateFeaturesAnswer =
  | { status: 201; body: RequestInfoResource; headers: Readonly<Record<string, string>> }
  | { status: 206; body: RequestInfoResource; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 413; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 415; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 422; body: RequestsRefused; headers: Readonly<Record<string, string>> }
  | { status: 503; body: Problem; headers: Readonly<Record<string, string>> };

/** What deleteFeatures answers. */
export type DeleteFeaturesAnswer =
  | { status: 201; body: RequestInfoResource; headers: Readonly<Record<string, string>> }
  | { status: 206; body: RequestInfoResource; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 413; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 415; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 422; body: RequestsRefused; headers: Readonly<Record<string, string>> }
  | { status: 503; body: Problem; headers: Readonly<Record<string, string>> };

/** What deleteRequests answers. */
export type DeleteRequestsAnswer =
  | { status: 200; body: RequestHandledResponse; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 413; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 415; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 422; body: Problem; headers: Readonly<Record<string, string>> };

/** What getDeadLetter answers. */
export type GetDeadLetterAnswer =
  | { status: 200; body: DeadLetterResource; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 404; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 503; body: Problem; headers: Readonly<Record<string, string>> };

/** What getDeadLetterQueues answers. */
export type GetDeadLetterQueuesAnswer =
  | { status: 200; body: DeadLetterQueueResources; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 503; body: Problem; headers: Readonly<Record<string, string>> };

/** What getDeadLetters answers. */
export type GetDeadLettersAnswer =
  | { status: 200; body: DeadLetterPage; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 404; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 503; body: Problem; headers: Readonly<Record<string, string>> };

/** What getFeature answers. */
export type GetFeatureAnswer =
  | { status: 200; body: FeatureEntityDto; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 404; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 422; body: Problem; headers: Readonly<Record<string, string>> };

/** What getJob answers. */
export type GetJobAnswer =
  | { status: 200; body: JobResource; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 404; body: Problem; headers: Readonly<Record<string, string>> };

/** What getJobs answers. */
export type GetJobsAnswer =
  | { status: 200; body: JobPage; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> };

/** What getProducts answers. */
export type GetProductsAnswer =
  | { status: 200; body: ProductFeed; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> };

/** What replayDeadLetters answers. */
export type ReplayDeadLettersAnswer =
  | { status: 200; body: DeadLettersReplayed; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 404; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 413; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 415; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 422; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 503; body: Problem; headers: Readonly<Record<string, string>> };

/** What retryJob answers. */
export type RetryJobAnswer =
  | { status: 200; body: JobResource; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 404; body: Problem; headers: Readonly<Record<string, string>> };

/** What retryRequests answers. */
export type RetryRequestsAnswer =
  | { status: 200; body: RequestHandledResponse; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 413; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 415; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 422; body: Problem; headers: Readonly<Record<string, string>> };

/** What searchFeatures answers. */
export type SearchFeaturesAnswer =
  | { status: 200; body: FeatureEntityDtoPage; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 413; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 415; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 422; body: Problem; headers: Readonly<Record<string, string>> };

/** What searchRequests answers. */
export type SearchRequestsAnswer =
  | { status: 200; body: FeatureRequestDtoPage; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 413; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 415; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 422; body: Problem; headers: Readonly<Record<string, string>> };

/** What stopJob answers. */
export type StopJobAnswer =
  | { status: 200; body: JobResource; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 404; body: Problem; headers: Readonly<Record<string, string>> };

/** What updateFeatures answers. */
export type UpdateFeaturesAnswer =
  | { status: 201; body: RequestInfoResource; headers: Readonly<Record<string, string>> }
  | { status: 206; body: RequestInfoResource; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 413; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 415; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 422; body: RequestsRefused; headers: Readonly<Record<string, string>> }
  | { status: 503; body: Problem; headers: Readonly<Record<string, string>> };
