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
  GetIndexStateRequest,
  GetItemRequest,
  GetItemsRequest,
  GetLandingPageRequest,
  GetQueryablesRequest,
  GetSearchEngineConfigurationRequest,
  GetSearchEngineConfigurationsRequest,
  RebuildIndexRequest,
  SearchItemsByQueryRequest,
  SearchItemsRequest,
  UpdateSearchEngineConfigurationRequest,
} from './server.ts';
import type {
  IndexState,
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

  getIndexState: (context, request = {}) =>
    transport.send<GetIndexStateAnswer>('rs-catalog', routes.getIndexState, context, request),

  getItem: (context, request) => transport.send<GetItemAnswer>('rs-catalog', routes.getItem, context, request),

  getItems: (context, request) => transport.send<GetItemsAnswer>('rs-catalog', routes.getItems, context, request),

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

  searchItems: (context, request) =>
    transport.send<SearchItemsAnswer>('rs-catalog', routes.searchItems, context, request),

  searchItemsByQuery: (context, request = {}) =>
    transport.send<SearchItemsByQueryAnswer>('rs-catalog', routes.searchItemsByQuery, context, request),

  updateSearchEngineConfiguration: (context, request) =>
    transport.send<UpdateSearchEngineConfigurationAnswer>(
      'rs-catalog',
      routes.updateSearchEngineConfiguration,
      context,
      request,
    ),
});

/** What createSearchEngineConfiguration answers. */
export type CreateSearchEngineConfigurationAnswer =
  | { status: 201; body: SearchEngineConfigurationResource; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
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
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 404; body: Problem; headers: Readonly<Record<string, string>> };

/** What getCollectionQueryables answers. */
export type GetCollectionQueryablesAnswer =
  | { status: 200; body: StacQueryables; headers: Readonly<Record<string, string>> }
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

/** What getIndexState answers. */
export type GetIndexStateAnswer =
  | { status: 200; body: IndexState; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> };

/** What getItem answers. */
export type GetItemAnswer =
  | { status: 200; body: StacItem; headers: Readonly<Record<string, string>> }
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
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> };

/** What rebuildIndex answers. */
export type RebuildIndexAnswer =
  | { status: 204; body: undefined; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> };

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

/** What updateSearchEngineConfiguration answers. */
export type UpdateSearchEngineConfigurationAnswer =
  | { status: 200; body: SearchEngineConfigurationResource; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 404; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 415; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 422; body: Problem; headers: Readonly<Record<string, string>> };
