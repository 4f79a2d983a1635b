// Generated from contracts/common/schemas — do not edit.

/** Between which dates a member lies, both ends included. */
export interface DatesRangeRestriction {
  /** Not before. */
  after?: string | null;
  /** Not after. */
  before?: string | null;
}

/** A GeoJSON geometry (RFC 7946 §3.1); its coordinates are checked by rules that a schema cannot say. */
export interface Geometry {
  type:
    | 'Point'
    | 'MultiPoint'
    | 'LineString'
    | 'MultiLineString'
    | 'Polygon'
    | 'MultiPolygon'
    | 'GeometryCollection'
    | 'Unlocated';
  /** Positions as the type says. */
  coordinates?: unknown[];
  /** The parts of a collection. */
  geometries?: Geometry[];
  /** West, south, east, north. */
  bbox?: number[];
  /** Coordinate reference system. */
  crs?: string;
}

/** A link of a resource; it is there when the caller may follow it. */
export interface Link {
  /** How the target relates to the resource. */
  rel: string;
  /** Public address of the target. */
  href: string;
}

/** The links of a resource, none when the caller may follow none. */
export type Links = Link[];

/** Headers that every message carries. */
export interface MessageHeaders {
  /** The project. */
  'regards.tenant'?: string;
}

/** Where a page stands among all. */
export interface PageMetadata {
  /** How many elements a page may hold. */
  size: number;
  /** How many elements there are. */
  totalElements: number;
  /** How many pages there are. */
  totalPages: number;
  /** The page's number, from 0. */
  number: number;
}

/** Why a request was refused; REGARDS's messages with the members of RFC 9457 beside them. */
export interface Problem {
  /** One sentence a fault, each naming the field or the thing. */
  messages: string[];
  /** What kind of problem it is. */
  type?: string;
  /** The status in words. */
  title?: string;
  /** The HTTP status. */
  status?: number;
  /** The faults as one text. */
  detail?: string;
  /** The correlation id under which logs tell more. */
  instance?: string;
}

/** A uniform resource name of a product, such as URN:FEATURE:DATA:demo:<uuid>:V1. */
export type Urn = string;

/** The values a member may have, or may not have. */
export interface ValuesRestriction {
  /**
   * The values.
   *
   * @minItems 1
   * @maxItems 10000
   */
  values: string[];
  /** Whether they are wanted or not. */
  mode?: 'INCLUDE' | 'EXCLUDE';
  /** How a value is compared. */
  matchMode?: 'STRICT' | 'STARTS_WITH' | 'CONTAINS' | 'ENDS_WITH';
  /** Whether case makes no difference. */
  ignoreCase?: boolean;
}
