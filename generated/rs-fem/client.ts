// Generated from contracts/rs-fem/openapi.yaml — do not edit.
import type { CallContext, Transport } from '@regards/core';
import { routes } from './routes.ts';
import type {
  CreateFeaturesRequest,
  DeleteFeaturesRequest,
  DeleteRequestsRequest,
  GetFeatureRequest,
  GetProductsRequest,
  RetryRequestsRequest,
  SearchFeaturesRequest,
  SearchRequestsRequest,
  UpdateFeaturesRequest,
} from './server.ts';
import type {
  FeatureEntityDto,
  FeatureEntityDtoPage,
  FeatureRequestDtoPage,
  Problem,
  ProductFeed,
  RequestHandledResponse,
  RequestInfoResource,
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
   * Gives one product.
   * Without envelope, as in REGARDS.
   * GET /admin/features/{urn} · EXPLOIT
   */
  getFeature(context: CallContext, request: GetFeatureRequest): Promise<GetFeatureAnswer>;

  /**
   * Gives all products, some at a time.
   * In the order in which they were made, each as FeatureChangedEvent carries it. For services that keep something
   * of every product. One that is made or changed meanwhile is told of by its event in any case.
   * GET /products · INSTANCE_ADMIN
   */
  getProducts(context: CallContext, request?: GetProductsRequest): Promise<GetProductsAnswer>;

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

  getFeature: (context, request) => transport.send<GetFeatureAnswer>('rs-fem', routes.getFeature, context, request),

  getProducts: (context, request = {}) =>
    transport.send<GetProductsAnswer>('rs-fem', routes.getProducts, context, request),

  retryRequests: (context, request) =>
    transport.send<RetryRequestsAnswer>('rs-fem', routes.retryRequests, context, request),

  searchFeatures: (context, request) =>
    transport.send<SearchFeaturesAnswer>('rs-fem', routes.searchFeatures, context, request),

  searchRequests: (context, request) =>
    transport.send<SearchRequestsAnswer>('rs-fem', routes.searchRequests, context, request),

  updateFeatures: (context, request) =>
    transport.send<UpdateFeaturesAnswer>('rs-fem', routes.updateFeatures, context, request),
});

/** What createFeatures answers. */
export type CreateFeaturesAnswer =
  | { status: 201; body: RequestInfoResource; headers: Readonly<Record<string, string>> }
  | { status: 206; body: RequestInfoResource; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 413; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 415; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 422; body: RequestInfoResource; headers: Readonly<Record<string, string>> }
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
  | { status: 422; body: RequestInfoResource; headers: Readonly<Record<string, string>> }
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

/** What getFeature answers. */
export type GetFeatureAnswer =
  | { status: 200; body: FeatureEntityDto; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 404; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 422; body: Problem; headers: Readonly<Record<string, string>> };

/** What getProducts answers. */
export type GetProductsAnswer =
  | { status: 200; body: ProductFeed; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> };

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

/** What updateFeatures answers. */
export type UpdateFeaturesAnswer =
  | { status: 201; body: RequestInfoResource; headers: Readonly<Record<string, string>> }
  | { status: 206; body: RequestInfoResource; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 413; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 415; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 422; body: RequestInfoResource; headers: Readonly<Record<string, string>> }
  | { status: 503; body: Problem; headers: Readonly<Record<string, string>> };
