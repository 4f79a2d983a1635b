// Generated from contracts/rs-dam/schemas — do not edit.
import type { Geometry, Links, PageMetadata } from '../common/types.ts';
export type { Geometry, Links, PageMetadata, Problem, Urn } from '../common/types.ts';

/**
 * Users who have the same rights. Everyone belongs to a public group, anonymous callers too; the group `Public`
 * is there in each project.
 */
export interface AccessGroup {
  /** Given by the service. */
  id?: number | null;
  /** Unique in the project. */
  name: string;
  /** Whether everyone belongs to it. */
  isPublic?: boolean;
  /** Whether the platform itself made it; given by the service. */
  isInternal?: boolean;
}

/** A group came or went; of a public one, that it became or is no more public. */
export interface AccessGroupEvent {
  /** What became of it. */
  action: 'CREATE' | 'DELETE';
  accessGroup: AccessGroup;
}

/** One page of groups, sorted by name. */
export interface AccessGroupPage {
  metadata: PageMetadata;
  content: AccessGroupResource[];
  links: Links;
}

/** Names a group. */
export interface AccessGroupReference {
  /** Not needed. */
  id?: number | null;
  /** Which group. */
  name: string;
}

/** A group with its links. */
export interface AccessGroupResource {
  content: AccessGroup;
  links: Links;
}

/** What one group may see of one dataset. */
export interface AccessRight {
  /** Given by the service. */
  id: number;
  accessGroup: AccessGroup;
  dataset: Dataset;
  metadataAccessLevel: MetadataAccessLevel;
  fileAccessLevel: FileAccessLevel;
  qualityFilter: QualityFilter;
}

/** What one group shall see of one dataset. */
export interface AccessRightDraft {
  /** None for a new one. */
  id?: number | null;
  accessGroup: AccessGroupReference;
  dataset: DatasetReference;
  metadataAccessLevel: MetadataAccessLevel;
  fileAccessLevel: FileAccessLevel;
  /** Goes with CUSTOM_ACCESS alone. */
  dataAccessPlugin?: {
    [k: string]: unknown;
  } | null;
  /** Which quality is meant. */
  qualityFilter?: QualityFilter | null;
}

/** What a group may see of a dataset is another from now on. */
export interface AccessRightEvent {
  /** The dataset's URN. */
  datasetIpId: string;
  /** Its name for people. */
  datasetLabel: string;
  /** Which group. */
  accessGroupName: string;
  accessLevel: MetadataAccessLevel;
  fileAccessLevel: FileAccessLevel;
  /** Goes with CUSTOM_ACCESS alone. */
  dataAccessPluginLabel?: string;
  /** What became of the right. */
  eventType: 'CREATE' | 'UPDATE' | 'DELETE';
  /** Whom to tell. */
  roleToNotify?: string;
  /** Whether products are to be gone through again. */
  forceAssociatedEntitiesUpdate?: boolean;
}

/** One page of access rights. */
export interface AccessRightPage {
  metadata: PageMetadata;
  content: AccessRightResource[];
  links: Links;
}

/** An access right with its links. */
export interface AccessRightResource {
  content: AccessRight;
  links: Links;
}

/** Many attributes may have changed; whoever keeps some reads them again. */
export interface AttributeCacheRefreshEvent {
  [k: string]: unknown;
}

/** An attribute, unique by its name in its fragment; models that have it share it. */
export interface AttributeModel {
  /** Given by the service. */
  id?: number | null;
  /** Unique in its fragment. */
  name: string;
  /** A name for people. */
  label: string;
  /** What its values mean. */
  description?: string | null;
  type: PropertyType;
  /** Unit of its values. */
  unit?: string | null;
  /** For information. */
  precision?: number | null;
  /** For information. */
  arraysize?: number | null;
  /** Where it belongs; `default` when none is given. */
  fragment?: Fragment | null;
  /** Whether a value may change once it is set. */
  alterable?: boolean;
  /** Whether an entity may be without it. */
  optional?: boolean;
  /** Whether it is for searches. */
  indexed?: boolean;
  /** Mapping for a search engine as JSON text. */
  esMapping?: string | null;
  /** What its values must keep. */
  restriction?: Restriction | null;
  /** Attributes of one group are shown together. */
  group?: string | null;
  /**
   * Free remarks.
   *
   * @maxItems 100
   */
  properties?: AttributeProperty[] | null;
  /** Where a feature has it, `properties.[fragment.]name`; given by the service. */
  jsonPath?: string | null;
  /** Whether a model brings it; all that are kept are. */
  dynamic?: boolean;
  /** Whether it lies outside of the feature; none that is kept does. */
  internal?: boolean;
  /** Whether it was made from a JSON schema; none that is kept was. */
  virtual?: boolean;
}

/** An attribute came, changed or went. */
export interface AttributeModelEvent {
  /** Its fragment. */
  fragmentName: string;
  /** Its name there. */
  attributeName: string;
  propertyType: PropertyType;
  restrictionType?: RestrictionType;
  /** Where the catalogue has it, `feature.properties.[fragment.]name`. */
  fullJsonPath: string;
  /** Mapping for a search engine; the name is spelled so on the wire. */
  esMappping?: string;
  /** Free remarks by key. */
  attributeProperties?: {
    [k: string]: string;
  };
  /** Whether it is for searches. */
  indexed: boolean;
}

/** An attribute with its links. */
export interface AttributeModelResource {
  content: AttributeModel;
  links: Links;
}

/**
 * Attributes.
 *
 * @maxItems 10000
 */
export type AttributeModelResources = AttributeModelResource[];

/** A free remark about an attribute, such as the name it has elsewhere under the key `stac`. */
export interface AttributeProperty {
  /** Given by the service. */
  id?: number | null;
  /** What the remark is about. */
  key: string;
  /** What it says. */
  value: string;
}

/** Datasets came, changed or went. */
export interface BroadcastEntityEvent {
  /**
   * Their URNs.
   *
   * @maxItems 10000
   */
  aipIds: string[];
  /** What became of them. */
  eventType: 'CREATE' | 'UPDATE' | 'DELETE' | 'INDEXED' | 'INDEX_ERROR';
}

/** A dataset as the catalogue needs it. */
export interface CatalogueDataset {
  /** A later dataset has a greater one. */
  id: number;
  /** Its URN. */
  ipId: string;
  /** What its producer calls it. */
  providerId: string;
  /** A name for people. */
  label: string;
  /** Its own model. */
  model: string;
  /** Its data source. */
  dataSource: string;
  /** Model of its products. */
  dataModel: string;
  /** Which of them it takes: empty or `*` all, `model:NAME` those of that model. */
  subsetting: string;
  /** When it was made. */
  creationDate: string;
  /** When it was changed last. */
  lastUpdate?: string;
  feature: DatasetFeature;
  /**
   * Who may see what of it.
   *
   * @maxItems 1000
   */
  groups: CatalogueRight[];
}

/** What one group may see of a dataset. */
export interface CatalogueRight {
  /** Which group. */
  name: string;
  metadataAccessLevel: MetadataAccessLevel;
  fileAccessLevel: FileAccessLevel;
}

/**
 * Everything that decides which products are in the catalogue, which datasets they fall into and who sees them.
 * Data sources and public groups are whole on every page, datasets are paged.
 */
export interface CatalogueRules {
  /** Greater after each change; pages of one reading carry the same. */
  revision: number;
  /**
   * Sorted by businessId.
   *
   * @maxItems 1000
   */
  dataSources: CatalogueSource[];
  /**
   * Sorted by id.
   *
   * @maxItems 2000
   */
  datasets: CatalogueDataset[];
  /**
   * Groups that everyone belongs to.
   *
   * @maxItems 1000
   */
  publicGroups: string[];
  metadata: PageMetadata;
}

/** A data source as the catalogue needs it. */
export interface CatalogueSource {
  /** Which data source. */
  businessId: string;
  /** Model of its products. */
  modelName: string;
  /** Whether it is at work. */
  active: boolean;
}

/**
 * Where products of one model come from. The plugin `feature-datasource` takes those of the feature manager that
 * have the model which its parameter `modelName` names.
 */
export interface DataSource {
  /** Given by the service. */
  id?: number | null;
  /** Which plugin. */
  pluginId: string;
  /** A name for people. */
  label: string;
  /** Unique in the project; drawn when none is given. */
  businessId?: string | null;
  /** Version of the plugin. */
  version?: string | null;
  /** Which of several comes first. */
  priorityOrder?: number;
  /** Whether it is at work. */
  active?: boolean;
  /**
   * What it works with.
   *
   * @maxItems 100
   */
  parameters?: PluginParameter[] | null;
  /** A picture for it. */
  iconUrl?: string | null;
  /** How many datasets are made of it; given by the service. */
  associatedDatasets?: number | null;
}

/** Names a data source. */
export interface DataSourceReference {
  /** Not needed. */
  id?: number | null;
  /** Which data source. */
  businessId: string;
}

/** A data source with its links. */
export interface DataSourceResource {
  content: DataSource;
  links: Links;
}

/**
 * Data sources, sorted by label.
 *
 * @maxItems 1000
 */
export type DataSourceResources = DataSourceResource[];

/** A named view on the products of one data source, which access rights are given on. */
export interface Dataset {
  /** Always this. */
  type: 'DATASET';
  /** Given by the service; a later dataset has a greater one. */
  id: number;
  /** Its URN. */
  ipId: string;
  /** When it was made. */
  creationDate: string;
  /** When it was changed last. */
  lastUpdate?: string;
  model: Model;
  /**
   * What it is filed under.
   *
   * @maxItems 1000
   */
  tags: string[];
  /**
   * Groups that see it.
   *
   * @maxItems 1000
   */
  groups: string[];
  feature: DatasetFeature;
  plgConfDataSource: PluginConfiguration;
  /** Model of the products of its data source. */
  dataModel: string;
  /** Which of them it takes: empty or `*` all, `model:NAME` those of that model. */
  openSearchSubsettingClause: string;
}

/** A dataset as it shall be. */
export interface DatasetDraft {
  /** Always this. */
  type?: 'DATASET' | null;
  /** None for a new one. */
  id?: number | null;
  /** Its URN, drawn when none is given. */
  ipId?: string | null;
  model: ModelReference;
  /**
   * What it is filed under.
   *
   * @maxItems 1000
   */
  tags?: string[] | null;
  plgConfDataSource: DataSourceReference;
  /** Follows from the data source. */
  dataModel?: string | null;
  /** Which products it takes: empty or `*` all, `model:NAME` those of that model. */
  openSearchSubsettingClause?: string | null;
  feature: DatasetFeature;
}

/** A dataset as a GeoJSON feature. */
export interface DatasetFeature {
  /** Always this. */
  type: 'Feature';
  /** Its URN, `URN:AIP:DATASET:<project>:<uuid>:V1`; drawn when none is given. */
  id?: string | null;
  /** The URN of its last version; given by the service. */
  virtualId?: string | null;
  /** What its producer calls it. */
  providerId: string;
  /** Always this. */
  entityType: 'DATASET';
  /** A name for people. */
  label: string;
  /** Name of its model. */
  model?: string | null;
  /** Whether it is the last version; given by the service. */
  last?: boolean | null;
  /** Its version; given by the service. */
  version?: number | null;
  /**
   * What it is filed under.
   *
   * @maxItems 1000
   */
  tags?: string[] | null;
  /** Attached files by kind. */
  files?: {
    /** @maxItems 1000 */
    [k: string]: {
      [k: string]: unknown;
    }[];
  } | null;
  /** Where it lies. */
  geometry?: Geometry | null;
  /** Coordinate reference system. */
  crs?: string | null;
  /**
   * West, south, east, north.
   *
   * @maxItems 6
   */
  bbox?: number[] | null;
  /** Values of the attributes of its model; those of a fragment lie in an object of its name. */
  properties?: {
    [k: string]: unknown;
  } | null;
  /** For information. */
  licence?: string | null;
}

/** One page of datasets, sorted by label. */
export interface DatasetPage {
  metadata: PageMetadata;
  content: DatasetResource[];
  links: Links;
}

/** Names a dataset. */
export interface DatasetReference {
  /** Which dataset. */
  id: number;
}

/** A dataset with its links. */
export interface DatasetResource {
  content: Dataset;
  links: Links;
}

/** A data source went. */
export interface DatasourceEvent {
  /** Its number. */
  datasourceId: number;
  /** What became of it. */
  type: 'DELETED';
}

/** What an entity of the catalogue is. */
export type EntityType = 'COLLECTION' | 'DATASET' | 'DATA';

/** Whether a group may have the files of the products it sees; CUSTOM_ACCESS is not offered yet. */
export type FileAccessLevel = 'NO_ACCESS' | 'INHERITED_ACCESS' | 'CUSTOM_ACCESS';

/** A name space of attributes that models share; the one named `default` holds what is in no other. */
export interface Fragment {
  /** Given by the service. */
  id?: number | null;
  /** Unique in the project. */
  name: string;
  /** What it is for. */
  description?: string | null;
  /** Version of the fragment itself. */
  version?: string | null;
  /** Whether it was made from a JSON schema. */
  virtual?: boolean;
  tsType?: 'unknown';
}

/** A fragment went. */
export interface FragmentDeletedEvent {
  /** Which one. */
  fragmentName: string;
}

/** A fragment with its links. */
export interface FragmentResource {
  content: Fragment;
  links: Links;
}

/**
 * Fragments, sorted by name.
 *
 * @maxItems 1000
 */
export type FragmentResources = FragmentResource[];

/**
 * What a group may see of a dataset. RESTRICTED_ACCESS shows the dataset without its products; CUSTOM_ACCESS is
 * not offered yet.
 */
export type MetadataAccessLevel = 'NO_ACCESS' | 'RESTRICTED_ACCESS' | 'CUSTOM_ACCESS' | 'FULL_ACCESS';

/** A set of attributes that entities of one type have in common. */
export interface Model {
  /** Given by the service. */
  id?: number | null;
  /** Unique in the project. */
  name: string;
  /** What it is for. */
  description?: string | null;
  /** Version of the model itself. */
  version?: string | null;
  type: EntityType;
}

/**
 * An attribute of a model, as this model declares it. A value is computed where there is a computation and given
 * otherwise.
 */
export interface ModelAttrAssoc {
  /** Given by the service. */
  id?: number | null;
  attribute: AttributeModel;
  model?: Model;
  /** How the value of a dataset's attribute is computed of its products. */
  computationConf?: PluginConfiguration | null;
  /** Where it stands among the attributes of the model. */
  pos?: number | null;
}

/** An attribute of a model with its links. */
export interface ModelAttrAssocResource {
  content: ModelAttrAssoc;
  links: Links;
}

/**
 * Attributes of a model, in their order.
 *
 * @maxItems 2000
 */
export type ModelAttrAssocResources = ModelAttrAssocResource[];

/**
 * Attributes of models.
 *
 * @maxItems 20000
 */
export type ModelAttrAssocs = ModelAttrAssoc[];

/** A model came, changed or went, or its attributes did. */
export interface ModelChangeEvent {
  /** Its name. */
  model: string;
}

/** A file with one model. */
export interface ModelFile {
  /** The model as XML, in UTF-8, without document type declaration. */
  file: string;
}

/** Names a model. */
export interface ModelReference {
  /** Not needed. */
  id?: number | null;
  /** Which model. */
  name: string;
}

/** A model with its links. */
export interface ModelResource {
  content: Model;
  links: Links;
}

/**
 * Models, sorted by name.
 *
 * @maxItems 1000
 */
export type ModelResources = ModelResource[];

/** A plugin with what it works with. */
export interface PluginConfiguration {
  /** Given by the service. */
  id?: number | null;
  /** Which plugin. */
  pluginId: string;
  /** A name for people. */
  label: string;
  /** Unique in the project; drawn when none is given. */
  businessId?: string | null;
  /** Version of the plugin. */
  version?: string | null;
  /** Which of several comes first. */
  priorityOrder?: number;
  /** Whether it is at work. */
  active?: boolean;
  /**
   * What it works with.
   *
   * @maxItems 100
   */
  parameters?: PluginParameter[] | null;
  /** A picture for it. */
  iconUrl?: string | null;
}

/** The configuration of a plugin, here a data source, came, changed or went. */
export interface PluginConfigurationEvent {
  /** Its number. */
  pluginConfId: number;
  /** Its businessId; the name is spelled so on the wire. */
  pluginBusinnessId: string;
  /** A name for people. */
  label: string;
  /** What became of it. */
  action: 'CREATE' | 'UPDATE' | 'DELETE' | 'ACTIVATE' | 'DISABLE';
  /**
   * What kind of plugin it is.
   *
   * @maxItems 100
   */
  pluginTypes: string[];
}

/** One parameter of a plugin. */
export interface PluginParameter {
  /** Which parameter. */
  name: string;
  /** How its value is to be read, such as STRING or INTEGER. */
  type?: string | null;
  /** The value; text may be given in JSON quotes. */
  value?: unknown;
  /** Whether a caller may give another value. */
  dynamic?: boolean | null;
}

/** Of what kind the values of an attribute are. */
export type PropertyType =
  | 'STRING'
  | 'STRING_ARRAY'
  | 'INTEGER'
  | 'INTEGER_ARRAY'
  | 'INTEGER_RANGE'
  | 'INTEGER_INTERVAL'
  | 'LONG'
  | 'LONG_ARRAY'
  | 'LONG_RANGE'
  | 'LONG_INTERVAL'
  | 'DOUBLE'
  | 'DOUBLE_ARRAY'
  | 'DOUBLE_RANGE'
  | 'DOUBLE_INTERVAL'
  | 'BOOLEAN'
  | 'DATE_ISO8601'
  | 'DATE_ARRAY'
  | 'DATE_RANGE'
  | 'DATE_INTERVAL'
  | 'URL'
  | 'JSON'
  | 'OBJECT';

/**
 * Kinds of values that an attribute may be created with.
 *
 * @maxItems 22
 */
export type PropertyTypes = PropertyType[];

/** Which quality of products is meant; it is kept and has no effect. */
export interface QualityFilter {
  /** The least score. */
  minScore?: number;
  /** The greatest score. */
  maxScore?: number;
  /** The verdict. */
  qualityLevel?: 'ACCEPTED' | 'ACCEPTED_WITH_WARNINGS' | 'REJECTED';
}

/** What the values of an attribute must keep besides their type. Which members go with it follows from its type. */
export interface Restriction {
  /** Given by the service. */
  id?: number | null;
  type: RestrictionType;
  /** PATTERN; a regular expression that the whole value matches. */
  pattern?: string;
  /**
   * ENUMERATION; the values there may be.
   *
   * @minItems 1
   * @maxItems 10000
   */
  acceptableValues?: string[];
  /** A range; the least value. */
  min?: number;
  /** A range; the greatest value. */
  max?: number;
  /** Whether the least value itself is left out. */
  minExcluded?: boolean;
  /** Whether the greatest value itself is left out. */
  maxExcluded?: boolean;
  /** JSON_SCHEMA; a schema of draft 07 as text. */
  jsonSchema?: string;
  /**
   * JSON_SCHEMA; dotted paths into the value that may be searched, all of them when there is none.
   *
   * @maxItems 1000
   */
  indexableFields?: string[];
}

/** In which way the values of an attribute are restricted. */
export type RestrictionType =
  | 'NO_RESTRICTION'
  | 'PATTERN'
  | 'ENUMERATION'
  | 'INTEGER_RANGE'
  | 'LONG_RANGE'
  | 'DOUBLE_RANGE'
  | 'JSON_SCHEMA'
  | 'DATE_ISO8601'
  | 'URL'
  | 'GEOMETRY';

/**
 * Restrictions that attributes of one kind of values may have.
 *
 * @maxItems 10
 */
export type RestrictionTypes = RestrictionType[];

/** A subsetting clause to be judged. */
export interface SubsettingQuery {
  /** The clause. */
  query: string;
}

/** Whether a subsetting clause can be kept. */
export interface SubsettingValidity {
  /** Whether it can. */
  validity: boolean;
}
