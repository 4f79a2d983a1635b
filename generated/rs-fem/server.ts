// Generated from contracts/rs-fem/openapi.yaml — do not edit.
import type { Call, Page, Refusal } from '@regards/core';
import type {
  FeatureCreationCollection,
  FeatureDeletionCollection,
  FeatureEntityDto,
  FeatureRequestDto,
  FeatureRequestKind,
  FeatureUpdateCollection,
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
   * Gives one product.
   * Without envelope, as in REGARDS.
   * GET /admin/features/{urn} · EXPLOIT
   */
  getFeature(call: Call, request: GetFeatureRequest): Promise<GetFeatureResult>;

  /**
   * Gives all products, some at a time.
   * In the order in which they were made, each as FeatureChangedEvent carries it. For services that keep something
   * of every product. One that is made or changed meanwhile is told of by its event in any case.
   * GET /products · INSTANCE_ADMIN
   */
  getProducts(call: Call, request: GetProductsRequest): Promise<GetProductsResult>;

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
