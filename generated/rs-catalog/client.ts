// Generated from contracts/rs-catalog/openapi.yaml — do not edit.
import type { CallContext, Transport } from '@regards/core';
import { routes } from './routes.ts';
import type {
  CreateSearchEngineConfigurationRequest,
  DeleteSearchEngineConfigurationRequest,
  GetCollectionQueryablesRequest,
  GetCollectionRequest,
  GetCollectionsRequest,
  GetConformanceRequest,
  GetDeadLetterQueuesRequest,
  GetDeadLetterRequest,
  GetDeadLettersRequest,
  GetIndexStateRequest,
  GetItemRequest,
  GetItemsRequest,
  GetJobRequest,
  GetJobsRequest,
  GetLandingPageRequest,
  GetQueryablesRequest,
  GetSearchEngineConfigurationRequest,
  GetSearchEngineConfigurationsRequest,
  RebuildIndexRequest,
  ReplayDeadLettersRequest,
  RetryJobRequest,
  SearchItemsByQueryRequest,
  SearchItemsRequest,
  StopJobRequest,
  UpdateSearchEngineConfigurationRequest,
} from './server.ts';
import type {
  DeadLetterPage,
  DeadLetterQueueResources,
  DeadLetterResource,
  DeadLettersReplayed,
  IndexState,
  JobPage,
  JobResource,
  Problem,
  SearchEngineConfigurationPage,
  SearchEngineConfigurationResource,
  StacCatalog,
  StacCollection,
  StacCollections,
  StacConformance,
  StacItem,
  StacItemCollection,
  StacQueryables,
} from './types.ts';

/** The operations of rs-catalog as its callers use them: answers by status, no exception for a refusal. */
export interface RsCatalogClient {
  /**
   * Configures a search engine.
   * One configuration an engine and dataset. The products are shown anew in the background when the configuration
   * of the STAC engine changes.
   * POST /enginesconfig · PROJECT_ADMIN
   */
  createSearchEngineConfiguration(
    context: CallContext,
    request: CreateSearchEngineConfigurationRequest,
  ): Promise<CreateSearchEngineConfigurationAnswer>;

  /**
   * Deletes one configuration.
   * The engine shows the products as it does without configuration from then on.
   * DELETE /enginesconfig/{confId} · PROJECT_ADMIN
   */
  deleteSearchEngineConfiguration(
    context: CallContext,
    request: DeleteSearchEngineConfigurationRequest,
  ): Promise<DeleteSearchEngineConfigurationAnswer>;

  /**
   * Gives one collection.
   * A collection the caller may not see is not found.
   * GET /stac/collections/{collectionId} · PUBLIC
   */
  getCollection(context: CallContext, request: GetCollectionRequest): Promise<GetCollectionAnswer>;

  /**
   * Tells which properties a filter on one collection may name.
   * The properties of the models of the collection's items, as a JSON Schema.
   * GET /stac/collections/{collectionId}/queryables · PUBLIC
   */
  getCollectionQueryables(
    context: CallContext,
    request: GetCollectionQueryablesRequest,
  ): Promise<GetCollectionQueryablesAnswer>;

  /**
   * Lists the collections that the caller may see.
   * Each dataset of the project on which one of the caller's groups has a right is a collection.
   * GET /stac/collections · PUBLIC
   */
  getCollections(context: CallContext, request?: GetCollectionsRequest): Promise<GetCollectionsAnswer>;

  /**
   * Gives the conformance classes that the API keeps.
   * Names the conformance classes of STAC API 1.0 and OGC API Features 1.0 that this API keeps.
   * GET /stac/conformance · PUBLIC
   */
  getConformance(context: CallContext, request?: GetConformanceRequest): Promise<GetConformanceAnswer>;

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
   * Tells the state of the index.
   * How many products are indexed, and how far a rebuild has come.
   * GET /index · PROJECT_ADMIN
   */
  getIndexState(context: CallContext, request?: GetIndexStateRequest): Promise<GetIndexStateAnswer>;

  /**
   * Gives one item.
   * The identifier is the product's URN, its readable form or the provider's own one.
   * GET /stac/collections/{collectionId}/items/{itemId} · PUBLIC
   */
  getItem(context: CallContext, request: GetItemRequest): Promise<GetItemAnswer>;

  /**
   * Gives the items of one collection, page by page.
   * The items of the collection that intersect the box and the time asked for, newest first.
   * GET /stac/collections/{collectionId}/items · PUBLIC
   */
  getItems(context: CallContext, request: GetItemsRequest): Promise<GetItemsAnswer>;

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
   * Gives the STAC catalogue of the project.
   * The landing page of the STAC API, with links to its collections, its search and its conformance.
   * GET /stac · PUBLIC
   */
  getLandingPage(context: CallContext, request?: GetLandingPageRequest): Promise<GetLandingPageAnswer>;

  /**
   * Tells which properties a filter may name.
   * The properties of every model whose items the caller may see, as a JSON Schema (OGC API Features Part 3).
   * GET /stac/queryables · PUBLIC
   */
  getQueryables(context: CallContext, request?: GetQueryablesRequest): Promise<GetQueryablesAnswer>;

  /**
   * Gives one configuration.
   * The configuration of an engine.
   * GET /enginesconfig/{confId} · PROJECT_ADMIN
   */
  getSearchEngineConfiguration(
    context: CallContext,
    request: GetSearchEngineConfigurationRequest,
  ): Promise<GetSearchEngineConfigurationAnswer>;

  /**
   * Lists the configurations of the search engines.
   * Sorted by label.
   * GET /enginesconfig · PROJECT_ADMIN
   */
  getSearchEngineConfigurations(
    context: CallContext,
    request?: GetSearchEngineConfigurationsRequest,
  ): Promise<GetSearchEngineConfigurationsAnswer>;

  /**
   * Rebuilds the index from the feature manager.
   * Reads every product, dataset and model again. Searches go on while it works; products that are gone are
   * forgotten at its end. A rebuild that is under way begins anew.
   * DELETE /index · PROJECT_ADMIN
   */
  rebuildIndex(context: CallContext, request?: RebuildIndexRequest): Promise<RebuildIndexAnswer>;

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
   * Searches items by a body.
   * All conditions hold together. Unknown collections and identifiers find nothing.
   * POST /stac/search · PUBLIC
   */
  searchItems(context: CallContext, request: SearchItemsRequest): Promise<SearchItemsAnswer>;

  /**
   * Searches items by parameters in the address.
   * All conditions hold together. Unknown collections and identifiers find nothing.
   * GET /stac/search · PUBLIC
   */
  searchItemsByQuery(context: CallContext, request?: SearchItemsByQueryRequest): Promise<SearchItemsByQueryAnswer>;

  /**
   * Stops a job that waits or runs.
   * It is ABORTED from this moment; what its run still does leaves no trace. A job that has ended is refused.
   * POST /jobs/{jobId}/stop · ADMIN
   */
  stopJob(context: CallContext, request: StopJobRequest): Promise<StopJobAnswer>;

  /**
   * Changes one configuration.
   * The number in the path and the one in the body are the same.
   * PUT /enginesconfig/{confId} · PROJECT_ADMIN
   */
  updateSearchEngineConfiguration(
    context: CallContext,
    request: UpdateSearchEngineConfigurationRequest,
  ): Promise<UpdateSearchEngineConfigurationAnswer>;
}

/** Calls rs-catalog wherever an instance of it is. */
export const rsCatalogClient = (transport: Transport): RsCatalogClient => ({
  createSearchEngineConfiguration: (context, request) =>
    transport.send<CreateSearchEngineConfigurationAnswer>(
      'rs-catalog',
      routes.createSearchEngineConfiguration,
      context,
      request,
    ),

  deleteSearchEngineConfiguration: (context, request) =>
    transport.send<DeleteSearchEngineConfigurationAnswer>(
      'rs-catalog',
      routes.deleteSearchEngineConfiguration,
      context,
      request,
    ),

  getCollection: (context, request) =>
    transport.send<GetCollectionAnswer>('rs-catalog', routes.getCollection, context, request),

  getCollectionQueryables: (context, request) =>
    transport.send<GetCollectionQueryablesAnswer>('rs-catalog', routes.getCollectionQueryables, context, request),

  getCollections: (context, request = {}) =>
    transport.send<GetCollectionsAnswer>('rs-catalog', routes.getCollections, context, request),

  getConformance: (context, request = {}) =>
    transport.send<GetConformanceAnswer>('rs-catalog', routes.getConformance, context, request),

  getDeadLetter: (context, request) =>
    transport.send<GetDeadLetterAnswer>('rs-catalog', routes.getDeadLetter, context, request),

  getDeadLetterQueues: (context, request = {}) =>
    transport.send<GetDeadLetterQueuesAnswer>('rs-catalog', routes.getDeadLetterQueues, context, request),

  getDeadLetters: (context, request) =>
    transport.send<GetDeadLettersAnswer>('rs-catalog', routes.getDeadLetters, context, request),

  getIndexState: (context, request = {}) =>
    transport.send<GetIndexStateAnswer>('rs-catalog', routes.getIndexState, context, request),

  getItem: (context, request) => transport.send<GetItemAnswer>('rs-catalog', routes.getItem, context, request),

  getItems: (context, request) => transport.send<GetItemsAnswer>('rs-catalog', routes.getItems, context, request),

  getJob: (context, request) => transport.send<GetJobAnswer>('rs-catalog', routes.getJob, context, request),

  getJobs: (context, request = {}) => transport.send<GetJobsAnswer>('rs-catalog', routes.getJobs, context, request),

  getLandingPage: (context, request = {}) =>
    transport.send<GetLandingPageAnswer>('rs-catalog', routes.getLandingPage, context, request),

  getQueryables: (context, request = {}) =>
    transport.send<GetQueryablesAnswer>('rs-catalog', routes.getQueryables, context, request),

  getSearchEngineConfiguration: (context, request) =>
    transport.send<GetSearchEngineConfigurationAnswer>(
      'rs-catalog',
      routes.getSearchEngineConfiguration,
      context,
      request,
    ),

  getSearchEngineConfigurations: (context, request = {}) =>
    transport.send<GetSearchEngineConfigurationsAnswer>(
      'rs-catalog',
      routes.getSearchEngineConfigurations,
      context,
      request,
    ),

  rebuildIndex: (context, request = {}) =>
    transport.send<RebuildIndexAnswer>('rs-catalog', routes.rebuildIndex, context, request),

  replayDeadLetters: (context, request) =>
    transport.send<ReplayDeadLettersAnswer>('rs-catalog', routes.replayDeadLetters, context, request),

  retryJob: (context, request) => transport.send<RetryJobAnswer>('rs-catalog', routes.retryJob, context, request),

  searchItems: (context, request) =>
    transport.send<SearchItemsAnswer>('rs-catalog', routes.searchItems, context, request),

  searchItemsByQuery: (context, request = {}) =>
    transport.send<SearchItemsByQueryAnswer>('rs-catalog', routes.searchItemsByQuery, context, request),

  stopJob: (context, request) => transport.send<StopJobAnswer>('rs-catalog', routes.stopJob, context, request),

  updateSearchEngineConfiguration: (context, request) =>
    transport.send<UpdateSearchEngineConfigurationAnswer>(
      'rs-catalog',
      routes.updateSearchEngineConfiguration,
      context,
      request,
    ),
});

/** The contract that it was made from: an instance that serves another one is not called. */
rsCatalogClient.provider = { service: 'rs-catalog', version: '0.2.0' } as const;

/** What createSearchEngineConfiguration answers. */
export type CreateSearchEngineConfigurationAnswer =
  | { status: 201; body: SearchEngineConfigurationResource; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 413; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 415; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 422; body: Problem; headers: Readonly<Record<string, string>> };

/** What deleteSearchEngineConfiguration answers. */
export type DeleteSearchEngineConfigurationAnswer =
  | { status: 204; body: undefined; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 404; body: Problem; headers: Readonly<Record<string, string>> };

/** What getCollection answers. */
export type GetCollectionAnswer =
  | { status: 200; body: StacCollection; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 404; body: Problem; headers: Readonly<Record<string, string>> };

/** What getCollectionQueryables answers. */
export type GetCollectionQueryablesAnswer =
  | { status: 200; body: StacQueryables; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 404; body: Problem; headers: Readonly<Record<string, string>> };

/** What getCollections answers. */
export type GetCollectionsAnswer =
  | { status: 200; body: StacCollections; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> };

/** What getConformance answers. */
export type GetConformanceAnswer =
  | { status: 200; body: StacConformance; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> };

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

/** What getIndexState answers. */
export type GetIndexStateAnswer =
  | { status: 200; body: IndexState; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> };

/** What getItem answers. */
export type GetItemAnswer =
  | { status: 200; body: StacItem; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 404; body: Problem; headers: Readonly<Record<string, string>> };

/** What getItems answers. */
export type GetItemsAnswer =
  | { status: 200; body: StacItemCollection; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 404; body: Problem; headers: Readonly<Record<string, string>> };

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

/** What getLandingPage answers. */
export type GetLandingPageAnswer =
  | { status: 200; body: StacCatalog; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> };

/** What getQueryables answers. */
export type GetQueryablesAnswer =
  | { status: 200; body: StacQueryables; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> };

/** What getSearchEngineConfiguration answers. */
export type GetSearchEngineConfigurationAnswer =
  | { status: 200; body: SearchEngineConfigurationResource; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 404; body: Problem; headers: Readonly<Record<string, string>> };

/** What getSearchEngineConfigurations answers. */
export type GetSearchEngineConfigurationsAnswer =
  | { status: 200; body: SearchEngineConfigurationPage; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> };

/** What rebuildIndex answers. */
export type RebuildIndexAnswer =
  | { status: 204; body: undefined; headers: Readonly<Record<string, string>> }
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

/** What searchItems answers. */
export type SearchItemsAnswer =
  | { status: 200; body: StacItemCollection; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 413; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 415; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 422; body: Problem; headers: Readonly<Record<string, string>> };

/** What searchItemsByQuery answers. */
export type SearchItemsByQueryAnswer =
  | { status: 200; body: StacItemCollection; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> };

/** What stopJob answers. */
export type StopJobAnswer =
  | { status: 200; body: JobResource; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 404; body: Problem; headers: Readonly<Record<string, string>> };

/** What updateSearchEngineConfiguration answers. */
export type UpdateSearchEngineConfigurationAnswer =
  | { status: 200; body: SearchEngineConfigurationResource; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 404; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 413; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 415; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 422; body: Problem; headers: Readonly<Record<string, string>> };
