// Generated from contracts/rs-fem/schemas — do not edit.
import type {
  DatesRangeRestriction,
  Links,
  PageMetadata,
  Problem,
  TraceParent,
  ValuesRestriction,
} from '../common/types.ts';
export type {
  DatesRangeRestriction,
  DeadLetter,
  DeadLetterPage,
  DeadLetterQueue,
  DeadLetterQueueResource,
  DeadLetterQueueResources,
  DeadLetterReplay,
  DeadLetterResource,
  DeadLettersReplayed,
  JobInfo,
  JobPage,
  JobResource,
  JobState,
  Links,
  PageMetadata,
  Problem,
  TraceParent,
  Urn,
  ValuesRestriction,
} from '../common/types.ts';

/** Says that a recipient has taken a product. */
export interface DisseminationAckEvent {
  /** Which product. */
  urn: string;
  /** Who has it. */
  recipientLabel: string;
}

/** What a feature is. */
export type EntityType = 'DATA' | 'DATASET' | 'COLLECTION';

/** A product as a GeoJSON feature. */
export interface Feature {
  type: 'Feature';
  /** The provider's own identifier; its versions share it. */
  id?: string | null;
  /** Its uniform resource name. */
  urn?: string | null;
  entityType: EntityType;
  /** Model that its properties keep. */
  model: string;
  /** Where it lies. */
  geometry?: FeatureGeometry | null;
  /** Not looked at. */
  normalizedGeometry?: {
    [k: string]: unknown;
  } | null;
  /**
   * West, south, east, north.
   *
   * @maxItems 6
   */
  bbox?: number[] | null;
  /** Coordinate reference system, WGS84 when not said. */
  crs?: string | null;
  /** Values by attribute; those of a fragment in an object of its name. */
  properties?: {
    [k: string]: unknown;
  } | null;
  /**
   * Its files.
   *
   * @maxItems 10000
   */
  files?: FeatureFile[] | null;
  history?: FeatureHistory;
  /** Whether it is the last version. */
  last?: boolean;
}

/** Says that a product came, changed or went, and carries it; of one that went it carries no feature. */
export interface FeatureChange {
  /** What became of it. */
  action: 'CREATED' | 'UPDATED' | 'DELETED';
  product: Product;
}

/** A product to be made. */
export interface FeatureCreation {
  type: 'Feature';
  /** The provider's own identifier; its versions share it. */
  id: string;
  /** Its uniform resource name. */
  urn?: string | null;
  entityType: EntityType;
  /** Model that its properties keep. */
  model: string;
  /** Where it lies. */
  geometry?: FeatureGeometry | null;
  /** Not looked at. */
  normalizedGeometry?: {
    [k: string]: unknown;
  } | null;
  /**
   * West, south, east, north.
   *
   * @maxItems 6
   */
  bbox?: number[] | null;
  /** Coordinate reference system, WGS84 when not said. */
  crs?: string | null;
  /** Values by attribute; those of a fragment in an object of its name. */
  properties?: {
    [k: string]: unknown;
  } | null;
  /**
   * Its files.
   *
   * @maxItems 10000
   */
  files?: FeatureFile[] | null;
}

/** Products to be made. */
export interface FeatureCreationCollection {
  type: 'FeatureCollection';
  /** Who asks. */
  requestOwner: string;
  metadata: FeatureCreationSessionMetadata;
  /**
   * Each is a FeatureCreation, judged by itself: one with a fault is denied with its reasons, the others are
   * granted.
   *
   * @maxItems 100000
   */
  features?:
    | {
        [k: string]: unknown;
      }[]
    | null;
  /**
   * Not looked at.
   *
   * @maxItems 6
   */
  bbox?: number[] | null;
  /** Not looked at. */
  crs?: string | null;
}

/** Asks for a product to be made. */
export interface FeatureCreationRequestEvent {
  metadata: FeatureCreationSessionMetadata;
  feature: FeatureCreation;
}

/** How a creation is to be made, and in which session. */
export interface FeatureCreationSessionMetadata {
  /** Source of the products. */
  sessionOwner: string;
  /** Session they come in. */
  session: string;
  /** Whether the version before is deleted once this one is there. */
  override?: boolean | null;
  /** Whether a creation of an URN that is there changes it. */
  updateIfExists?: boolean | null;
  /** NORMAL when not said. */
  priority?: 'LOW' | 'NORMAL' | 'HIGH' | null;
  /**
   * Where files without a storage are to be stored.
   *
   * @maxItems 100
   */
  storages?: StorageMetadata[] | null;
  /** Recipient who acknowledges the product by this. */
  acknowledgedRecipient?: string | null;
}

/** Products to be deleted. */
export interface FeatureDeletionCollection {
  /**
   * Which ones.
   *
   * @maxItems 100000
   */
  featuresUrns: string[];
  /** NORMAL when not said. */
  priority?: 'LOW' | 'NORMAL' | 'HIGH' | null;
}

/** Asks for a product to be deleted. */
export interface FeatureDeletionRequestEvent {
  /** Which product. */
  urn: string;
  /** NORMAL when not said. */
  priority?: 'LOW' | 'NORMAL' | 'HIGH' | null;
}

/** Whether a recipient has a product. */
export interface FeatureDisseminationInfoDto {
  /** Which recipient. */
  label: string;
  /** When they were told. */
  requestDate: string;
  /** When they had it. */
  ackDate?: string | null;
  /** Whether a deletion waits for them. */
  blocking: boolean;
}

/** A product and what is kept beside it. */
export interface FeatureEntityDto {
  /** Its number here. */
  id: number;
  /** Its name. */
  urn: string;
  /** Source it came from. */
  source: string;
  /** Session it came in. */
  session: string;
  /** The provider's own identifier. */
  providerId: string;
  /** Which version, from 1. */
  version: number;
  /** When it was changed last. */
  lastUpdate: string;
  feature: Feature;
  /** Whether a recipient has still to say that they have it. */
  disseminationPending: boolean;
  /**
   * Who was told.
   *
   * @maxItems 1000
   */
  disseminationsInfo: FeatureDisseminationInfoDto[];
}

/** One page of products. */
export interface FeatureEntityDtoPage {
  metadata: PageMetadata;
  content: FeatureEntityDtoResource[];
  links: Links;
}

/** A product with its links. */
export interface FeatureEntityDtoResource {
  content: FeatureEntityDto;
  links: Links;
}

/** Says that a product is gone. */
export interface FeatureEvent {
  /** What became of it. */
  type: 'CREATED' | 'UPDATED' | 'DELETE';
  /** Its URN. */
  featureId: string;
}

/** A file of a product, wherever it is. */
export interface FeatureFile {
  /**
   * Where it is.
   *
   * @minItems 1
   * @maxItems 10000
   */
  locations: FeatureFileLocation[];
  attributes: FeatureFileAttributes;
}

/** What a file is. */
export interface FeatureFileAttributes {
  /** What the file is for. */
  dataType:
    | 'RAWDATA'
    | 'QUICKLOOK_SD'
    | 'QUICKLOOK_MD'
    | 'QUICKLOOK_HD'
    | 'DOCUMENT'
    | 'THUMBNAIL'
    | 'OTHER'
    | 'AIP'
    | 'DESCRIPTION';
  /** Media type, parameters and all. */
  mimeType: string;
  /** Name of the file. */
  filename: string;
  /** Bytes. */
  filesize: number;
  /** Digest that the checksum was made with, such as MD5. */
  algorithm: string;
  /** In hexadecimal for MD5. */
  checksum: string;
  /** A second checksum. */
  crc32?: string | null;
}

/** A place where a file is. */
export interface FeatureFileLocation {
  /** Storage that has it; without one the file is still to be stored. */
  storage?: string | null;
  /** Its address there. */
  url: string;
}

/**
 * A GeoJSON geometry (RFC 7946 §3.1), or `Unlocated`. What its coordinates must keep no schema can say: at least
 * two numbers a position, closed rings, no collection in a collection, on the globe.
 */
export interface FeatureGeometry {
  type:
    | 'Point'
    | 'MultiPoint'
    | 'LineString'
    | 'MultiLineString'
    | 'Polygon'
    | 'MultiPolygon'
    | 'GeometryCollection'
    | 'Unlocated';
  /**
   * Positions as the type says.
   *
   * @maxItems 1000000
   */
  coordinates?: unknown[] | null;
  /**
   * The parts of a collection.
   *
   * @maxItems 10000
   */
  geometries?: unknown[] | null;
  /**
   * West, south, east, north.
   *
   * @maxItems 6
   */
  bbox?: number[] | null;
  /** Coordinate reference system. */
  crs?: string | null;
}

/** Who asked for what became of a product. */
export interface FeatureHistory {
  /** Who had it made. */
  createdBy?: string | null;
  /** Who had it changed last. */
  updatedBy?: string | null;
  /** Who had it deleted. */
  deletedBy?: string | null;
}

/** How a change is to be made. */
export interface FeatureMetadata {
  /** NORMAL when not said. */
  priority?: 'LOW' | 'NORMAL' | 'HIGH' | null;
  /**
   * Where files without a storage are to be stored.
   *
   * @maxItems 100
   */
  storages?: StorageMetadata[] | null;
  /** Recipient who acknowledges the product by this. */
  acknowledgedRecipient?: string | null;
}

/** Asks for a product to be told of once more. */
export interface FeatureNotificationRequestEvent {
  /** Which product. */
  urn: string;
  /** NORMAL when not said. */
  priority?: 'LOW' | 'NORMAL' | 'HIGH' | null;
  /**
   * Who is told, by the rules when not said.
   *
   * @maxItems 1000
   */
  recipients?: string[] | null;
}

/**
 * What is to change of a product. Properties are merged, null takes one away; a geometry replaces the one before
 * unless it is `Unlocated`.
 */
export interface FeaturePatch {
  type: 'Feature';
  /** The provider's own identifier; its versions share it. */
  id?: string | null;
  /** Its uniform resource name. */
  urn: string;
  entityType: EntityType;
  /** Model that its properties keep. */
  model: string;
  /** Where it lies. */
  geometry?: FeatureGeometry | null;
  /** Not looked at. */
  normalizedGeometry?: {
    [k: string]: unknown;
  } | null;
  /**
   * West, south, east, north.
   *
   * @maxItems 6
   */
  bbox?: number[] | null;
  /** Coordinate reference system, WGS84 when not said. */
  crs?: string | null;
  /** Values by attribute; those of a fragment in an object of its name. */
  properties?: {
    [k: string]: unknown;
  } | null;
  /**
   * Its files.
   *
   * @maxItems 10000
   */
  files?: FeatureFile[] | null;
}

/** A request that is under way or has failed. */
export interface FeatureRequestDto {
  /** Its number here. */
  id: number;
  /** Name of the product. */
  urn?: string;
  /** The provider's identifier of the product. */
  providerId?: string;
  state: FeatureRequestState;
  step: FeatureRequestStep;
  /** Whether it is being worked on. */
  processing: boolean;
  /** When it came in. */
  registrationDate: string;
  type: FeatureRequestKind;
  /** Source of the product. */
  source?: string;
  /** Session of the product. */
  session?: string;
  /**
   * Why it failed.
   *
   * @maxItems 20
   */
  errors?: string[];
}

/** One page of requests. */
export interface FeatureRequestDtoPage {
  metadata: PageMetadata;
  info: RequestsInfo;
  content: FeatureRequestDtoResource[];
  links: Links;
}

/** A request with its links. */
export interface FeatureRequestDtoResource {
  content: FeatureRequestDto;
  links: Links;
}

/** The answer to a request; GRANTED first and SUCCESS or ERROR then, or DENIED. */
export interface FeatureRequestEvent {
  type: FeatureRequestType;
  /** Which request; absent where the request had none. */
  requestId?: string;
  /** Who asked. */
  requestOwner?: string;
  /** The provider's identifier of the product. */
  id?: string;
  /** The product's name. */
  urn?: string;
  state: FeatureRequestState;
  /**
   * Why not, or what else there is to say.
   *
   * @maxItems 20
   */
  errors?: string[];
}

/** What every request carries beside its body. */
export interface FeatureRequestHeaders {
  /** The project. */
  'regards.tenant'?: string;
  traceparent?: TraceParent;
  /** Unique among requests of its kind. */
  'regards.request.id': string;
  /** Who asks. */
  'regards.request.owner': string;
  /** When it was made, ISO 8601; one to come is waited for. */
  'regards.request.date': string;
}

/** What a request asks for, as the paths call it. */
export type FeatureRequestKind = 'COPY' | 'UPDATE' | 'NOTIFICATION' | 'CREATION' | 'DELETION' | 'SAVE_METADATA';

/** What became of a request. */
export type FeatureRequestState = 'GRANTED' | 'DENIED' | 'SUCCESS' | 'ERROR';

/** How far a request has come. */
export type FeatureRequestStep =
  | 'LOCAL_DELAYED'
  | 'LOCAL_SCHEDULED'
  | 'LOCAL_ERROR'
  | 'REMOTE_STORAGE_REQUESTED'
  | 'REMOTE_STORAGE_DELETION_REQUESTED'
  | 'REMOTE_STORAGE_ERROR'
  | 'LOCAL_TO_BE_NOTIFIED'
  | 'LOCAL_NOTIFICATION_ERROR'
  | 'REMOTE_NOTIFICATION_REQUESTED'
  | 'REMOTE_NOTIFICATION_ERROR'
  | 'WAITING_BLOCKING_DISSEMINATION';

/** What a request asks for, as its answers call it. */
export type FeatureRequestType = 'CREATION' | 'PATCH' | 'DELETION' | 'NOTIFICATION' | 'FILE_COPY' | 'SAVE_METADATA';

/** Products to be changed. */
export interface FeatureUpdateCollection {
  type: 'FeatureCollection';
  /** Who asks. */
  requestOwner: string;
  metadata: FeatureMetadata;
  /**
   * Each is a FeaturePatch, judged by itself: one with a fault is denied with its reasons, the others are granted.
   *
   * @maxItems 100000
   */
  features?:
    | {
        [k: string]: unknown;
      }[]
    | null;
  /**
   * Not looked at.
   *
   * @maxItems 6
   */
  bbox?: number[] | null;
  /** Not looked at. */
  crs?: string | null;
}

/** Asks for a product to be changed. */
export interface FeatureUpdateRequestEvent {
  metadata: FeatureMetadata;
  feature: FeaturePatch;
}

/** What every patch carries beside its body. */
export interface FeatureUpdateRequestHeaders {
  /** The project. */
  'regards.tenant'?: string;
  traceparent?: TraceParent;
  /** Unique among patches. */
  'regards.request.id': string;
  /** Who asks. */
  'regards.request.owner': string;
  /** When it was made, ISO 8601; one to come is waited for. */
  'regards.request.date': string;
  /** Whether files are added to those that are there or take their place; APPEND when not said. */
  'regards.request.file_update_mode'?: 'APPEND' | 'REPLACE';
}

/** Says that products came, changed or went, in the order in which it happened, and carries them. */
export interface FeaturesChangedEvent {
  /**
   * What happened, at most 100 products in one message.
   *
   * @minItems 1
   * @maxItems 100
   */
  changes: FeatureChange[];
}

/** The numbers that are wanted, or are not. */
export interface IdentifiersRestriction {
  /**
   * The numbers.
   *
   * @minItems 1
   * @maxItems 10000
   */
  values: number[];
  /** Whether they are wanted or not. */
  mode?: 'INCLUDE' | 'EXCLUDE';
}

/** A product at one moment. Of two documents of one URN that with the greater revision is the newer. */
export interface Product {
  /** Its name. */
  urn: string;
  /** The provider's own identifier; its versions share it. */
  providerId: string;
  /** Which version, from 1. */
  version: number;
  /** Whether it is the last version. */
  last: boolean;
  /** Its model. */
  model: string;
  /** Greater with each change. */
  revision: number;
  /** Source it came from. */
  source: string;
  /** Session it came in. */
  session: string;
  /** When it was made. */
  created: string;
  /** When it was changed last. */
  lastUpdate: string;
  feature?: Feature;
}

/** Some of all products, in the order in which they were made. */
export interface ProductFeed {
  /**
   * The products.
   *
   * @maxItems 10000
   */
  products: Product[];
  /** What to give as `after` for those that follow; absent when none do. */
  next?: string;
}

/** How many requests were meant and how many were reached. */
export interface RequestHandledResponse {
  /** Requests that the filters met. */
  totalRequested: number;
  /** Requests that it was done to. */
  totalHandled: number;
  /** What there is to say. */
  message: string;
}

/** What became of each request of a call. */
export interface RequestInfo {
  /** Identifier of the request by the provider's identifier of the product, or by its URN. */
  granted: {
    [k: string]: string;
  };
  /** Reasons by the request's identifier, or by the URN. */
  denied: {
    /** @maxItems 20 */
    [k: string]: string[];
  };
  /**
   * What else there is to say.
   *
   * @maxItems 1000
   */
  messages: string[];
}

/** What became of each request of a call, enveloped. */
export interface RequestInfoResource {
  content: RequestInfo;
  links: Links;
}

/** What there is to say of all requests that were searched. */
export interface RequestsInfo {
  /** How many of them have failed. */
  nbErrors: number;
}

/** Why each request of a call is denied, or why the call as a whole was refused. */
export type RequestsRefused = RequestInfoResource | Problem;

/** Filters on requests; one is listed that meets all of them. */
export interface SearchFeatureRequestParameters {
  /** Only from this source. */
  source?: string | null;
  /** Only of this session. */
  session?: string | null;
  /** On the provider's identifier of the product. */
  providerIds?: ValuesRestriction | null;
  /** On the state. */
  states?: StatesRestriction | null;
  /** On the step. */
  steps?: StepsRestriction | null;
  /** On the number of the request here. */
  requestIds?: IdentifiersRestriction | null;
  /** On the date of registration. */
  lastUpdate?: DatesRangeRestriction | null;
}

/** Filters on products; one is listed that meets all of them. */
export interface SearchFeatureSimpleEntityParameters {
  /** On the number here. */
  featureIds?: IdentifiersRestriction | null;
  /** On the provider's identifier. */
  providerIds?: ValuesRestriction | null;
  /** Only of this model. */
  model?: string | null;
  /** Only from this source. */
  source?: string | null;
  /** Only of this session. */
  session?: string | null;
  /** On the date of the last change. */
  lastUpdate?: DatesRangeRestriction | null;
  /** PENDING: recipients have still to answer; DONE: none has; NONE: nobody was ever to be told. */
  disseminationStatus?: 'NONE' | 'PENDING' | 'DONE' | null;
}

/** The states that are wanted, or are not. */
export interface StatesRestriction {
  /**
   * Which.
   *
   * @minItems 1
   * @maxItems 100
   */
  values: FeatureRequestState[];
  /** Whether they are wanted or not. */
  mode?: 'INCLUDE' | 'EXCLUDE';
}

/** The steps that are wanted, or are not. */
export interface StepsRestriction {
  /**
   * Which.
   *
   * @minItems 1
   * @maxItems 100
   */
  values: FeatureRequestStep[];
  /** Whether they are wanted or not. */
  mode?: 'INCLUDE' | 'EXCLUDE';
}

/** Where files are to be stored. */
export interface StorageMetadata {
  /** Which storage. */
  pluginBusinessId: string;
  /** Folder in it. */
  storePath?: string | null;
  /**
   * Taken and not looked at.
   *
   * @maxItems 100
   */
  targetTypes?: string[] | null;
}
