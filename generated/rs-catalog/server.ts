// Generated from contracts/rs-catalog/openapi.yaml — do not edit.
import type { Call, Page, Refusal, Rendered } from '@regards/core';
import type {
  DeadLetter,
  DeadLetterQueue,
  DeadLetterReplay,
  DeadLettersReplayed,
  IndexState,
  JobInfo,
  JobState,
  SearchEngineConfiguration,
  StacCatalog,
  StacCollection,
  StacCollections,
  StacConformance,
  StacItem,
  StacItemCollection,
  StacQueryables,
  StacSearchBody,
} from './types.ts';

/** What rs-catalog implements: one method an operation, each answering with a status its contract declares. */
export interface RsCatalogServer {
  /**
   * Configures a search engine.
   * One configuration an engine and dataset. The products are shown anew in the background when the configuration
   * of the STAC engine changes.
   * POST /enginesconfig · PROJECT_ADMIN
   */
  createSearchEngineConfiguration(
    call: Call,
    request: CreateSearchEngineConfigurationRequest,
  ): Promise<CreateSearchEngineConfigurationResult>;

  /**
   * Deletes one configuration.
   * The engine shows the products as it does without configuration from then on.
   * DELETE /enginesconfig/{confId} · PROJECT_ADMIN
   */
  deleteSearchEngineConfiguration(
    call: Call,
    request: DeleteSearchEngineConfigurationRequest,
  ): Promise<DeleteSearchEngineConfigurationResult>;

  /**
   * Gives one collection.
   * A collection the caller may not see is not found.
   * GET /stac/collections/{collectionId} · PUBLIC
   */
  getCollection(call: Call, request: GetCollectionRequest): Promise<GetCollectionResult>;

  /**
   * Tells which properties a filter on one collection may name.
   * The properties of the models of the collection's items, as a JSON Schema.
   * GET /stac/collections/{collectionId}/queryables · PUBLIC
   */
  getCollectionQueryables(call: Call, request: GetCollectionQueryablesRequest): Promise<GetCollectionQueryablesResult>;

  /**
   * Lists the collections that the caller may see.
   * Each dataset of the project on which one of the caller's groups has a right is a collection.
   * GET /stac/collections · PUBLIC
   */
  getCollections(call: Call, request: GetCollectionsRequest): Promise<GetCollectionsResult>;

  /**
   * Gives the conformance classes that the API keeps.
   * Names the conformance classes of STAC API 1.0 and OGC API Features 1.0 that this API keeps.
   * GET /stac/conformance · PUBLIC
   */
  getConformance(call: Call, request: GetConformanceRequest): Promise<GetConformanceResult>;

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
   * Tells the state of the index.
   * How many products are indexed, and how far a rebuild has come.
   * GET /index · PROJECT_ADMIN
   */
  getIndexState(call: Call, request: GetIndexStateRequest): Promise<GetIndexStateResult>;

  /**
   * Gives one item.
   * The identifier is the product's URN, its readable form or the provider's own one.
   * GET /stac/collections/{collectionId}/items/{itemId} · PUBLIC
   */
  getItem(call: Call, request: GetItemRequest): Promise<GetItemResult>;

  /**
   * Gives the items of one collection, page by page.
   * The items of the collection that intersect the box and the time asked for, newest first.
   * GET /stac/collections/{collectionId}/items · PUBLIC
   */
  getItems(call: Call, request: GetItemsRequest): Promise<GetItemsResult>;

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
   * Gives the STAC catalogue of the project.
   * The landing page of the STAC API, with links to its collections, its search and its conformance.
   * GET /stac · PUBLIC
   */
  getLandingPage(call: Call, request: GetLandingPageRequest): Promise<GetLandingPageResult>;

  /**
   * Tells which properties a filter may name.
   * The properties of every model whose items the caller may see, as a JSON Schema (OGC API Features Part 3).
   * GET /stac/queryables · PUBLIC
   */
  getQueryables(call: Call, request: GetQueryablesRequest): Promise<GetQueryablesResult>;

  /**
   * Gives one configuration.
   * The configuration of an engine.
   * GET /enginesconfig/{confId} · PROJECT_ADMIN
   */
  getSearchEngineConfiguration(
    call: Call,
    request: GetSearchEngineConfigurationRequest,
  ): Promise<GetSearchEngineConfigurationResult>;

  /**
   * Lists the configurations of the search engines.
   * Sorted by label.
   * GET /enginesconfig · PROJECT_ADMIN
   */
  getSearchEngineConfigurations(
    call: Call,
    request: GetSearchEngineConfigurationsRequest,
  ): Promise<GetSearchEngineConfigurationsResult>;

  /**
   * Rebuilds the index from the feature manager.
   * Reads every product, dataset and model again. Searches go on while it works; products that are gone are
   * forgotten at its end. A rebuild that is under way begins anew.
   * DELETE /index · PROJECT_ADMIN
   */
  rebuildIndex(call: Call, request: RebuildIndexRequest): Promise<RebuildIndexResult>;

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
   * Searches items by a body.
   * All conditions hold together. Unknown collections and identifiers find nothing.
   * POST /stac/search · PUBLIC
   */
  searchItems(call: Call, request: SearchItemsRequest): Promise<SearchItemsResult>;

  /**
   * Searches items by parameters in the address.
   * All conditions hold together. Unknown collections and identifiers find nothing.
   * GET /stac/search · PUBLIC
   */
  searchItemsByQuery(call: Call, request: SearchItemsByQueryRequest): Promise<SearchItemsByQueryResult>;

  /**
   * Stops a job that waits or runs.
   * It is ABORTED from this moment; what its run still does leaves no trace. A job that has ended is refused.
   * POST /jobs/{jobId}/stop · ADMIN
   */
  stopJob(call: Call, request: StopJobRequest): Promise<StopJobResult>;

  /**
   * Changes one configuration.
   * The number in the path and the one in the body are the same.
   * PUT /enginesconfig/{confId} · PROJECT_ADMIN
   */
  updateSearchEngineConfiguration(
    call: Call,
    request: UpdateSearchEngineConfigurationRequest,
  ): Promise<UpdateSearchEngineConfigurationResult>;
}

/** The parameters of createSearchEngineConfiguration. */
export interface CreateSearchEngineConfigurationRequest {
  /** The body. */
  readonly body: SearchEngineConfiguration;
}

/** What createSearchEngineConfiguration may answer. */
export type CreateSearchEngineConfigurationResult =
  | { status: 201; body: SearchEngineConfiguration; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 413; error: Refusal }
  | { status: 415; error: Refusal }
  | { status: 422; error: Refusal };

/** The parameters of deleteSearchEngineConfiguration. */
export interface DeleteSearchEngineConfigurationRequest {
  /** The configuration's number. */
  readonly confId: number;
}

/** What deleteSearchEngineConfiguration may answer. */
export type DeleteSearchEngineConfigurationResult =
  | { status: 204; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 404; error: Refusal };

/** The parameters of getCollection. */
export interface GetCollectionRequest {
  /** The collection's identifier, the provider's identifier of its dataset. */
  readonly collectionId: string;
}

/** What getCollection may answer. */
export type GetCollectionResult =
  | { status: 200; body: StacCollection; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 404; error: Refusal };

/** The parameters of getCollectionQueryables. */
export interface GetCollectionQueryablesRequest {
  /** The collection's identifier, the provider's identifier of its dataset. */
  readonly collectionId: string;
}

/** What getCollectionQueryables may answer. */
export type GetCollectionQueryablesResult =
  | { status: 200; body: StacQueryables; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 404; error: Refusal };

/** The parameters of getCollections. */
export interface GetCollectionsRequest {
  /** How many collections a page may hold; more than 1000 is read as 1000. */
  readonly limit?: number | undefined;
  /** Where the next page begins, as the `next` link of the page before has it. */
  readonly page_token?: string | undefined;
}

/** What getCollections may answer. */
export type GetCollectionsResult =
  | { status: 200; body: StacCollections; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal };

/** getConformance takes no parameters. */
export type GetConformanceRequest = Readonly<Record<never, never>>;

/** What getConformance may answer. */
export type GetConformanceResult =
  | { status: 200; body: StacConformance; headers?: Readonly<Record<string, string>> }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal };

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

/** getIndexState takes no parameters. */
export type GetIndexStateRequest = Readonly<Record<never, never>>;

/** What getIndexState may answer. */
export type GetIndexStateResult =
  | { status: 200; body: IndexState; headers?: Readonly<Record<string, string>> }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal };

/** The parameters of getItem. */
export interface GetItemRequest {
  /** The collection's identifier, the provider's identifier of its dataset. */
  readonly collectionId: string;
  /** URN, `providerId@tenant:uuid:Vn`, or the provider's identifier (its last version). */
  readonly itemId: string;
}

/** What getItem may answer. */
export type GetItemResult =
  | { status: 200; body: StacItem | Rendered; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 404; error: Refusal };

/** The parameters of getItems. */
export interface GetItemsRequest {
  /** The collection's identifier, the provider's identifier of its dataset. */
  readonly collectionId: string;
  /** How many items a page may hold; more than 10000 is read as 10000. */
  readonly limit?: number | undefined;
  /** West, south, east, north in degrees, comma between them; six numbers with heights. */
  readonly bbox?: string | undefined;
  /** An instant (RFC 3339) or two with a slash between them, `..` or nothing for an open end. */
  readonly datetime?: string | undefined;
  /** Conditions on properties as JSON text, such as {"eo:cloud_cover":{"lt":10}}. */
  readonly query?: string | undefined;
  /** A condition in CQL2 text (OGC 21-065r2), such as eo:cloud_cover <= 10 AND platform LIKE 'landsat%'. */
  readonly filter?: string | undefined;
  /** How the filter is written; cql2-text when absent. */
  readonly 'filter-lang'?: 'cql2-text' | 'cql2-json' | undefined;
  /** The reference system of the filter's geometries; only WGS 84 with longitude first. */
  readonly 'filter-crs'?: string | undefined;
  /** Whether to count what matches, up to 10000, where that is not known anyway. */
  readonly count?: boolean | undefined;
  /** Properties to sort by, comma between them, + or - before each. */
  readonly sortby?: string | undefined;
  /** Members to include, or to leave out with a - before them, comma between them. */
  readonly fields?: string | undefined;
  /** Where the next page begins, as the `next` link of the page before has it. */
  readonly page_token?: string | undefined;
  /** An access token instead of the header, or where the next page begins as other STAC servers spell it. */
  readonly token?: string | undefined;
}

/** What getItems may answer. */
export type GetItemsResult =
  | { status: 200; body: StacItemCollection | Rendered; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 404; error: Refusal };

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

/** getLandingPage takes no parameters. */
export type GetLandingPageRequest = Readonly<Record<never, never>>;

/** What getLandingPage may answer. */
export type GetLandingPageResult =
  | { status: 200; body: StacCatalog; headers?: Readonly<Record<string, string>> }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal };

/** getQueryables takes no parameters. */
export type GetQueryablesRequest = Readonly<Record<never, never>>;

/** What getQueryables may answer. */
export type GetQueryablesResult =
  | { status: 200; body: StacQueryables; headers?: Readonly<Record<string, string>> }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal };

/** The parameters of getSearchEngineConfiguration. */
export interface GetSearchEngineConfigurationRequest {
  /** The configuration's number. */
  readonly confId: number;
}

/** What getSearchEngineConfiguration may answer. */
export type GetSearchEngineConfigurationResult =
  | { status: 200; body: SearchEngineConfiguration; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 404; error: Refusal };

/** The parameters of getSearchEngineConfigurations. */
export interface GetSearchEngineConfigurationsRequest {
  /** Only configurations of this engine, such as `stac`. */
  readonly engineType?: string | undefined;
  /** Number of the page, from 0; nonsense is read as 0. */
  readonly page?: string | undefined;
  /** Elements of a page, at most 2000; nonsense is read as the default. */
  readonly size?: string | undefined;
  /** Properties to sort by, `name,asc` or `name,desc`; repeatable. */
  readonly sort?: string[] | undefined;
}

/** What getSearchEngineConfigurations may answer. */
export type GetSearchEngineConfigurationsResult =
  | { status: 200; body: Page<SearchEngineConfiguration>; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal };

/** rebuildIndex takes no parameters. */
export type RebuildIndexRequest = Readonly<Record<never, never>>;

/** What rebuildIndex may answer. */
export type RebuildIndexResult =
  | { status: 204; headers?: Readonly<Record<string, string>> }
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

/** The parameters of searchItems. */
export interface SearchItemsRequest {
  /** The body. */
  readonly body: StacSearchBody;
}

/** What searchItems may answer. */
export type SearchItemsResult =
  | { status: 200; body: StacItemCollection | Rendered; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 413; error: Refusal }
  | { status: 415; error: Refusal }
  | { status: 422; error: Refusal };

/** The parameters of searchItemsByQuery. */
export interface SearchItemsByQueryRequest {
  /** How many items a page may hold; more than 10000 is read as 10000. */
  readonly limit?: number | undefined;
  /** West, south, east, north in degrees, comma between them; six numbers with heights. */
  readonly bbox?: string | undefined;
  /** An instant (RFC 3339) or two with a slash between them, `..` or nothing for an open end. */
  readonly datetime?: string | undefined;
  /** A GeoJSON geometry as JSON text. */
  readonly intersects?: string | undefined;
  /** Item identifiers, comma between them. */
  readonly ids?: string | undefined;
  /** Collection identifiers, comma between them. */
  readonly collections?: string | undefined;
  /** Conditions on properties as JSON text, such as {"eo:cloud_cover":{"lt":10}}. */
  readonly query?: string | undefined;
  /** A condition in CQL2 text (OGC 21-065r2), such as eo:cloud_cover <= 10 AND platform LIKE 'landsat%'. */
  readonly filter?: string | undefined;
  /** How the filter is written; cql2-text when absent. */
  readonly 'filter-lang'?: 'cql2-text' | 'cql2-json' | undefined;
  /** The reference system of the filter's geometries; only WGS 84 with longitude first. */
  readonly 'filter-crs'?: string | undefined;
  /** Whether to count what matches, up to 10000, where that is not known anyway. */
  readonly count?: boolean | undefined;
  /** Properties to sort by, comma between them, + or - before each. */
  readonly sortby?: string | undefined;
  /** Members to include, or to leave out with a - before them, comma between them. */
  readonly fields?: string | undefined;
  /** Where the next page begins, as the `next` link of the page before has it. */
  readonly page_token?: string | undefined;
  /** An access token instead of the header, or where the next page begins as other STAC servers spell it. */
  readonly token?: string | undefined;
}

/** What searchItemsByQuery may answer. */
export type SearchItemsByQueryResult =
  | { status: 200; body: StacItemCollection | Rendered; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal };

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

/** The parameters of updateSearchEngineConfiguration. */
export interface UpdateSearchEngineConfigurationRequest {
  /** The configuration's number. */
  readonly confId: number;
  /** The body. */
  readonly body: SearchEngineConfiguration;
}

/** What updateSearchEngineConfiguration may answer. */
export type UpdateSearchEngineConfigurationResult =
  | { status: 200; body: SearchEngineConfiguration; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 404; error: Refusal }
  | { status: 413; error: Refusal }
  | { status: 415; error: Refusal }
  | { status: 422; error: Refusal };
