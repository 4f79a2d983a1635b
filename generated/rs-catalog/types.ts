// Generated from contracts/rs-catalog/schemas — do not edit.
import type { Links, PageMetadata } from '../common/types.ts';
export type {
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
} from '../common/types.ts';

/** The index of the project and its rebuild. */
export interface IndexState {
  /** Products that can be searched. */
  products: number;
  /** Whether a rebuild is planned or under way. */
  building: boolean;
  /** Products read by the present or last rebuild. */
  rebuilt?: number;
  /** When that rebuild began. */
  startedAt?: string;
  /** When it ended. */
  finishedAt?: string;
}

/** A plugin with its parameters, as REGARDS configures it. */
export interface PluginConfiguration {
  /** Given by the service. */
  id?: number | null;
  /** The engine. */
  pluginId: 'stac';
  /** A name for people. */
  label?: string | null;
  /** Unique name. */
  businessId?: string | null;
  /** Version of the plugin. */
  version?: string | null;
  /** Which of several comes first. */
  priorityOrder?: number;
  /** Whether it is in use. */
  active?: boolean;
  /** @maxItems 1000 */
  parameters?: PluginParameter[];
}

/** One parameter of a plugin. */
export interface PluginParameter {
  name: string;
  /** STRING, INTEGER, BOOLEAN, MAP, COLLECTION, POJO, … */
  type?: string;
  /** Class of a POJO or of the members of a collection; not used. */
  clazz?: string;
  /** The value as its type says. */
  value?: unknown;
  dynamic?: boolean;
}

/** How one search engine shows the products of the project. */
export interface SearchEngineConfiguration {
  /** Given by the service. */
  id?: number | null;
  /** A name for people. */
  label: string;
  configuration: PluginConfiguration;
  /** The one dataset it is for; all when absent. */
  datasetUrn?: string | null;
}

/** One page of configurations. */
export interface SearchEngineConfigurationPage {
  metadata: PageMetadata;
  content: SearchEngineConfigurationResource[];
  links: Links;
}

/** A configuration with its links. */
export interface SearchEngineConfigurationResource {
  content: SearchEngineConfiguration;
  links: Links;
}

/** A file of an item; beside these members those of its extensions; with `fields` some are left out. */
export interface StacAsset {
  /** Where the file is. */
  href?: string;
  /** Media type. */
  type?: string;
  title?: string;
  description?: string;
  /** @maxItems 100 */
  roles?: string[];
  [k: string]: unknown;
}

/** The landing page, a STAC catalogue. */
export interface StacCatalog {
  type: 'Catalog';
  stac_version: string;
  /** @maxItems 100 */
  stac_extensions?: string[];
  /** The project. */
  id: string;
  title: string;
  description: string;
  /** @maxItems 100 */
  conformsTo: string[];
  /** @maxItems 100 */
  links: StacLink[];
}

/** A dataset as a STAC collection. */
export interface StacCollection {
  type: 'Collection';
  stac_version: string;
  /** @maxItems 100 */
  stac_extensions?: string[];
  /** The provider's identifier of the dataset. */
  id: string;
  title?: string;
  description: string;
  /** @maxItems 1000 */
  keywords?: string[];
  license: string;
  /** @maxItems 1000 */
  providers?: {
    [k: string]: unknown;
  }[];
  extent: StacExtent;
  summaries?: {
    [k: string]: unknown;
  };
  assets?: {
    [k: string]: unknown;
  };
  item_assets?: {
    [k: string]: unknown;
  };
  /** @maxItems 100 */
  links: StacLink[];
}

/** The collections a caller may see. */
export interface StacCollections {
  /** @maxItems 1000 */
  collections: StacCollection[];
  /** @maxItems 100 */
  links: StacLink[];
  numberMatched?: number;
  numberReturned?: number;
}

/** The conformance classes that the API keeps. */
export interface StacConformance {
  /** @maxItems 100 */
  conformsTo: string[];
}

/** How many items were found and given. */
export interface StacContext {
  returned: number;
  limit: number;
  matched?: number;
}

/** Where and when the items of a collection lie. */
export interface StacExtent {
  spatial: {
    /**
     * West, south, east, north.
     *
     * @maxItems 1000
     */
    bbox: number[][];
  };
  temporal: {
    /**
     * First and last instant, null where it is open.
     *
     * @maxItems 1000
     */
    interval: (string | null)[][];
  };
}

/** Members of the items to give or to leave out. */
export interface StacFields {
  /** @maxItems 1000 */
  include?: string[] | null;
  /** @maxItems 1000 */
  exclude?: string[] | null;
}

/** A product as a STAC item; with `fields` some members are left out. */
export interface StacItem {
  type: 'Feature';
  stac_version?: string;
  /** @maxItems 100 */
  stac_extensions?: string[];
  id: string;
  /** A GeoJSON geometry or null. */
  geometry?: {
    [k: string]: unknown;
  } | null;
  /** @maxItems 6 */
  bbox?: number[];
  properties?: StacItemProperties;
  /** @maxItems 100 */
  links?: StacLink[];
  assets?: {
    [k: string]: StacAsset;
  };
  collection?: string;
}

/** One page of items. */
export interface StacItemCollection {
  type: 'FeatureCollection';
  stac_version?: string;
  /** @maxItems 10000 */
  features: StacItem[];
  /** @maxItems 100 */
  links: StacLink[];
  context?: StacContext;
  numberMatched?: number;
  numberReturned: number;
}

/** Properties of an item; beside these those that the project's mapping gives. */
export interface StacItemProperties {
  /** When the product was taken; null where a start and an end say it. */
  datetime?: string | null;
  /** Begin of the time the product covers. */
  start_datetime?: string;
  /** End of the time the product covers. */
  end_datetime?: string;
  [k: string]: unknown;
}

/** A link of the STAC API. */
export interface StacLink {
  /** Where it leads. */
  href: string;
  /** How it relates. */
  rel: string;
  /** Media type of what is there. */
  type?: string;
  /** A title for people. */
  title?: string;
  /** How to call it, GET when absent. */
  method?: 'GET' | 'POST';
  /** The body to send with POST. */
  body?: {
    [k: string]: unknown;
  };
  /** Whether the body is merged into the one sent before. */
  merge?: boolean;
}

/** A JSON Schema whose properties a filter may name. */
export interface StacQueryables {
  /** The version of JSON Schema it is written in. */
  $schema: string;
  /** Where it stands. */
  $id: string;
  type: 'object';
  title?: string;
  /** Property → JSON Schema of its values. */
  properties: {
    [k: string]: unknown;
  };
  /** Whether other properties may be named too; those find nothing. */
  additionalProperties: boolean;
}

/** An item search; all conditions hold together. */
export interface StacSearchBody {
  /** How many items a page may hold; more than 10000 is read as 10000. */
  limit?: number;
  /** West, south, east, north in degrees; six numbers with heights. */
  bbox?: unknown;
  /** An instant or an interval, as in the address. */
  datetime?: string | null;
  /** A GeoJSON geometry. */
  intersects?: {
    [k: string]: unknown;
  } | null;
  /** @maxItems 10000 */
  ids?: string[];
  /** @maxItems 1000 */
  collections?: string[];
  /** Property → operators eq, neq, lt, lte, gt, gte, in, startsWith, endsWith, contains, containsAll. */
  query?: {
    [k: string]: unknown;
  } | null;
  /** A condition in CQL2 JSON, or in CQL2 text where filter-lang says so. */
  filter?:
    | {
        [k: string]: unknown;
      }
    | string
    | null;
  /** How the filter is written; cql2-json when absent. */
  'filter-lang'?: 'cql2-json' | 'cql2-text' | null;
  /** The reference system of the filter's geometries; only WGS 84 with longitude first. */
  'filter-crs'?: string | null;
  /** Whether to count what matches, up to 10000, where that is not known anyway. */
  count?: boolean;
  /** @maxItems 10 */
  sortby?: StacSortRule[];
  /**
   * Another spelling of sortby.
   *
   * @maxItems 10
   */
  sortBy?: StacSortRule[];
  fields?: StacFields;
  /** Where the next page begins. */
  page_token?: string;
}

/** One property to sort by. */
export interface StacSortRule {
  field: string;
  direction?: 'asc' | 'desc';
}
