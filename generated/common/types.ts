// Generated from contracts/common/schemas — do not edit.

/** Between which dates a member lies, both ends included. */
export interface DatesRangeRestriction {
  /** Not before. */
  after?: string | null;
  /** Not after. */
  before?: string | null;
}

/** A message that could not be handled. */
export interface DeadLetter {
  /** The same each time it is read. */
  id: string;
  /** The queue it rests in. */
  queue: string;
  /** The project it is of, absent when it names none. */
  tenant?: string;
  /** The event's class name. */
  type?: string;
  /** Why it could not be handled. */
  reason: string;
  /** How often it was tried again. */
  retries: number;
  /** When it came to rest. */
  restingSince?: string;
  /** Where it was published first. */
  originalExchange?: string;
  /** The routing key it was published with first. */
  originalRoutingKey?: string;
  /** Bytes of its body. */
  size: number;
  /** Its headers, in a letter by itself. */
  headers?: {
    [k: string]: unknown;
  };
  /** Its body as text, in a letter by itself. */
  body?: string;
}

/** One page of dead letters. */
export interface DeadLetterPage {
  metadata: PageMetadata;
  content: DeadLetterResource[];
  links: Links;
}

/** A queue in which messages rest that could not be handled. */
export interface DeadLetterQueue {
  /** Its name at the broker. */
  name: string;
  /** Where its messages were to be handled, and are put back to. */
  queue: string;
  /** Who was to handle them. */
  handler: string;
  /** The virtual host it is on. */
  virtualHost: 'instance' | 'multitenant';
  /** How many the caller may see, ten thousand at most for a project. */
  messages: number;
}

/** A queue of dead letters with its links. */
export interface DeadLetterQueueResource {
  content: DeadLetterQueue;
  links: Links;
}

/**
 * All queues of dead letters.
 *
 * @maxItems 1000
 */
export type DeadLetterQueueResources = DeadLetterQueueResource[];

/** Which dead letters are put back; all of them must fit everything that is given. */
export interface DeadLetterReplay {
  /**
   * These letters.
   *
   * @maxItems 1000
   */
  ids?: string[];
  /** Letters of this project. */
  tenant?: string;
  /** Letters whose type contains this. */
  type?: string;
  /** Letters whose reason contains this. */
  reason?: string;
  /** So many at most, the oldest first. */
  limit?: number;
}

/** A dead letter with its links. */
export interface DeadLetterResource {
  content: DeadLetter;
  links: Links;
}

/** How many dead letters were put back. */
export interface DeadLettersReplayed {
  /** Letters that are in their queue again. */
  replayed: number;
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
  /**
   * Positions as the type says.
   *
   * @maxItems 1000000
   */
  coordinates?: unknown[];
  /**
   * The parts of a collection.
   *
   * @maxItems 10000
   */
  geometries?: Geometry[];
  /**
   * West, south, east, north.
   *
   * @maxItems 6
   */
  bbox?: number[];
  /** Coordinate reference system. */
  crs?: string;
}

/** A job began or ended. */
export interface JobEvent {
  /** The job. */
  jobId: string;
  jobEventType: JobEventType;
  /** What kind of job it is. */
  jobClassName: string;
}

/** What became of a job. */
export type JobEventType = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'ABORTED';

/** A job of the project. */
export interface JobInfo {
  /** The job's identifier. */
  id: string;
  /** Higher goes first, among the jobs of its project. */
  priority: number;
  /** A job that has not begun by then fails. */
  expirationDate?: string;
  /** What it left as its result, as JSON text. */
  result?: string;
  /**
   * What it was asked for with.
   *
   * @maxItems 100
   */
  parameters: JobParameter[];
  /** Whom it is for, a person or a service. */
  owner: string;
  /** What kind of job it is. */
  className: string;
  /** When it told last how far it is. */
  lastCompletionUpdate?: string;
  /** When its run gave a sign of life last. */
  lastHeartbeatDate?: string;
  /** It begins at this time or later. */
  triggerAfterDate?: string;
  status: JobStatus;
}

/** One page of jobs. */
export interface JobPage {
  metadata: PageMetadata;
  content: JobResource[];
  links: Links;
}

/** A parameter of a job. */
export interface JobParameter {
  /** What it is called. */
  name: string;
  /** Its value, as JSON text. */
  value: string;
}

/** A job with its links. */
export interface JobResource {
  content: JobInfo;
  links: Links;
}

/**
 * PENDING until its time has come, QUEUED until an instance takes it, TO_BE_RUN until that one begins, RUNNING
 * until it has ended as SUCCEEDED, FAILED or ABORTED.
 */
export type JobState = 'PENDING' | 'QUEUED' | 'TO_BE_RUN' | 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'ABORTED';

/** Where a job stands. */
export interface JobStatus {
  status: JobState;
  /** Since when. */
  statusDate: string;
  /** When it is going to end as far as its progress tells. */
  estimatedCompletion?: string;
  /** How far its last run came. */
  percentCompleted: number;
  /** When its last run began. */
  startDate?: string;
  /** When its last run ended. */
  stopDate?: string;
  /** When its time had come. */
  queuedDate?: string;
  /** Why its last run failed. */
  stackTrace?: string;
}

/** A link of a resource; it is there when the caller may follow it. */
export interface Link {
  /** How the target relates to the resource. */
  rel: string;
  /** Public address of the target. */
  href: string;
}

/**
 * The links of a resource, none when the caller may follow none.
 *
 * @maxItems 100
 */
export type Links = Link[];

/** Headers that every message carries. */
export interface MessageHeaders {
  /** The project. */
  'regards.tenant'?: string;
  traceparent?: TraceParent;
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
  /**
   * One sentence a fault, each naming the field or the thing.
   *
   * @maxItems 101
   */
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

/** Asks for a job to be stopped. */
export interface StopJobEvent {
  /** The job. */
  jobId: string;
}

/**
 * The trace that the message belongs to, as the header of HTTP of the same name says it (W3C Trace Context
 * §3.2). What is told because of the message carries the same trace.
 */
export type TraceParent = string;

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
