// Generated from contracts/rs-dam/openapi.yaml — do not edit.
import type { Readable } from 'node:stream';
import type { Call, Page, Refusal, UploadedFile } from '@regards/core';
import type {
  AccessGroup,
  AccessRight,
  AccessRightDraft,
  AttributeModel,
  CatalogueRules,
  DataSource,
  Dataset,
  DatasetDraft,
  EntityType,
  Fragment,
  Model,
  ModelAttrAssoc,
  ModelAttrAssocs,
  PropertyType,
  PropertyTypes,
  RestrictionTypes,
  SubsettingQuery,
  SubsettingValidity,
  Urn,
} from './types.ts';

/** What rs-dam implements: one method an operation, each answering with a status its contract declares. */
export interface RsDamServer {
  /**
   * Adds an attribute to a model.
   * One of the fragment `default`; those of other fragments are added as a whole.
   * POST /models/{modelName}/attributes · ADMIN
   */
  bindAttribute(call: Call, request: BindAttributeRequest): Promise<BindAttributeResult>;

  /**
   * Adds all attributes of a fragment to a model.
   * Those that the model has already stay.
   * POST /models/{modelName}/attributes/fragments · ADMIN
   */
  bindFragment(call: Call, request: BindFragmentRequest): Promise<BindFragmentResult>;

  /**
   * Makes a group.
   * Who belongs to it is kept with the users of the project.
   * POST /accessgroups · PROJECT_ADMIN
   */
  createAccessGroup(call: Call, request: CreateAccessGroupRequest): Promise<CreateAccessGroupResult>;

  /**
   * Gives a group a right on a dataset.
   * One right a group and dataset.
   * POST /accessrights · PROJECT_ADMIN
   */
  createAccessRight(call: Call, request: CreateAccessRightRequest): Promise<CreateAccessRightResult>;

  /**
   * Makes an attribute.
   * An unknown fragment is made too. An attribute of a fragment becomes one of every model that has the fragment.
   * POST /models/attributes · ADMIN
   */
  createAttribute(call: Call, request: CreateAttributeRequest): Promise<CreateAttributeResult>;

  /**
   * Makes a data source.
   * Products of its model are in the catalogue from then on. The answer is 200, as in REGARDS, not 201.
   * POST /datasources · PROJECT_ADMIN
   */
  createDataSource(call: Call, request: CreateDataSourceRequest): Promise<CreateDataSourceResult>;

  /**
   * Makes a dataset.
   * Products of its data source that meet its clause are in it from then on.
   * POST /datasets · PROJECT_ADMIN
   */
  createDataset(call: Call, request: CreateDatasetRequest): Promise<CreateDatasetResult>;

  /**
   * Makes a fragment.
   * It has no attribute yet.
   * POST /models/fragments · ADMIN
   */
  createFragment(call: Call, request: CreateFragmentRequest): Promise<CreateFragmentResult>;

  /**
   * Makes a model.
   * It has no attribute yet. The answer is 200, as in REGARDS, not 201.
   * POST /models · ADMIN
   */
  createModel(call: Call, request: CreateModelRequest): Promise<CreateModelResult>;

  /**
   * Deletes one group.
   * Refused for the group `Public` and while the group has access rights.
   * DELETE /accessgroups/{name} · PROJECT_ADMIN
   */
  deleteAccessGroup(call: Call, request: DeleteAccessGroupRequest): Promise<DeleteAccessGroupResult>;

  /**
   * Takes an access right.
   * The group sees no more of the dataset than its other rights show.
   * DELETE /accessrights/{accessRightId} · PROJECT_ADMIN
   */
  deleteAccessRight(call: Call, request: DeleteAccessRightRequest): Promise<DeleteAccessRightResult>;

  /**
   * Deletes one attribute.
   * Refused while a model that has it is used by a data source or a dataset. An unknown one is no fault.
   * DELETE /models/attributes/{attributeId} · ADMIN
   */
  deleteAttribute(call: Call, request: DeleteAttributeRequest): Promise<DeleteAttributeResult>;

  /**
   * Deletes one data source.
   * Refused while datasets are made of it.
   * DELETE /datasources/{businessId} · PROJECT_ADMIN
   */
  deleteDataSource(call: Call, request: DeleteDataSourceRequest): Promise<DeleteDataSourceResult>;

  /**
   * Deletes one dataset.
   * Its access rights go first. Its products stay.
   * DELETE /datasets/{datasetId} · PROJECT_ADMIN
   */
  deleteDataset(call: Call, request: DeleteDatasetRequest): Promise<DeleteDatasetResult>;

  /**
   * Deletes one fragment.
   * Refused while it has attributes; `default` cannot be deleted.
   * DELETE /models/fragments/{fragmentId} · ADMIN
   */
  deleteFragment(call: Call, request: DeleteFragmentRequest): Promise<DeleteFragmentResult>;

  /**
   * Deletes one model.
   * Refused while a data source or a dataset is made of it. Its attributes stay.
   * DELETE /models/{modelName} · ADMIN
   */
  deleteModel(call: Call, request: DeleteModelRequest): Promise<DeleteModelResult>;

  /**
   * Gives one model as a file.
   * The file can be imported again, here or elsewhere.
   * GET /models/{modelName}/export · ADMIN
   */
  exportModel(call: Call, request: ExportModelRequest): Promise<ExportModelResult>;

  /**
   * Gives one group.
   * By its name.
   * GET /accessgroups/{name} · EXPLOIT
   */
  getAccessGroup(call: Call, request: GetAccessGroupRequest): Promise<GetAccessGroupResult>;

  /**
   * Lists groups.
   * Sorted by name.
   * GET /accessgroups · EXPLOIT
   */
  getAccessGroups(call: Call, request: GetAccessGroupsRequest): Promise<GetAccessGroupsResult>;

  /**
   * Gives one access right.
   * By its number.
   * GET /accessrights/{accessRightId} · PROJECT_ADMIN
   */
  getAccessRight(call: Call, request: GetAccessRightRequest): Promise<GetAccessRightResult>;

  /**
   * Gives the right of one group on one dataset.
   * Without links.
   * GET /accessrights/accessright · PUBLIC
   */
  getAccessRightOf(call: Call, request: GetAccessRightOfRequest): Promise<GetAccessRightOfResult>;

  /**
   * Lists access rights.
   * Those that meet every filter given, oldest first.
   * GET /accessrights · PROJECT_ADMIN
   */
  getAccessRights(call: Call, request: GetAccessRightsRequest): Promise<GetAccessRightsResult>;

  /**
   * Lists the attributes of all models.
   * In one answer, by model and then in the order of the model; without links. For services that keep what models
   * say.
   * GET /models/assocs · ADMIN
   */
  getAssociations(call: Call, request: GetAssociationsRequest): Promise<GetAssociationsResult>;

  /**
   * Gives one attribute.
   * As it was declared.
   * GET /models/attributes/{attributeId} · PUBLIC
   */
  getAttribute(call: Call, request: GetAttributeRequest): Promise<GetAttributeResult>;

  /**
   * Lists the types of attributes.
   * Those that can be given to a new one.
   * GET /models/attributes/types · ADMIN
   */
  getAttributeTypes(call: Call, request: GetAttributeTypesRequest): Promise<GetAttributeTypesResult>;

  /**
   * Lists attributes.
   * Those that meet every filter given, sorted by fragment and name.
   * GET /models/attributes · PUBLIC
   */
  getAttributes(call: Call, request: GetAttributesRequest): Promise<GetAttributesResult>;

  /**
   * Gives everything the catalogue goes by.
   * Data sources, datasets with who sees them, public groups, all as of one moment. For services; 2000 datasets a
   * page unless asked otherwise. Another revision on a later page says that something changed in between.
   * GET /catalogue-rules · INSTANCE_ADMIN
   */
  getCatalogueRules(call: Call, request: GetCatalogueRulesRequest): Promise<GetCatalogueRulesResult>;

  /**
   * Gives one data source.
   * With the number of its datasets.
   * GET /datasources/{businessId} · PROJECT_ADMIN
   */
  getDataSource(call: Call, request: GetDataSourceRequest): Promise<GetDataSourceResult>;

  /**
   * Lists data sources.
   * Sorted by label.
   * GET /datasources · PROJECT_ADMIN
   */
  getDataSources(call: Call, request: GetDataSourcesRequest): Promise<GetDataSourcesResult>;

  /**
   * Gives one dataset.
   * By its number.
   * GET /datasets/{datasetId} · PROJECT_ADMIN
   */
  getDataset(call: Call, request: GetDatasetRequest): Promise<GetDatasetResult>;

  /**
   * Gives one dataset by its URN.
   * Without links.
   * GET /datasets/ipId/{datasetUrn} · PROJECT_ADMIN
   */
  getDatasetByUrn(call: Call, request: GetDatasetByUrnRequest): Promise<GetDatasetByUrnResult>;

  /**
   * Lists datasets.
   * Sorted by label.
   * GET /datasets · PROJECT_ADMIN
   */
  getDatasets(call: Call, request: GetDatasetsRequest): Promise<GetDatasetsResult>;

  /**
   * Gives one fragment.
   * Without its attributes.
   * GET /models/fragments/{fragmentId} · ADMIN
   */
  getFragment(call: Call, request: GetFragmentRequest): Promise<GetFragmentResult>;

  /**
   * Lists fragments.
   * Sorted by name, `default` included.
   * GET /models/fragments · ADMIN
   */
  getFragments(call: Call, request: GetFragmentsRequest): Promise<GetFragmentsResult>;

  /**
   * Gives one model.
   * Without its attributes.
   * GET /models/{modelName} · PUBLIC
   */
  getModel(call: Call, request: GetModelRequest): Promise<GetModelResult>;

  /**
   * Gives one attribute of one model.
   * As this model declares it.
   * GET /models/{modelName}/attributes/{associationId} · ADMIN
   */
  getModelAttribute(call: Call, request: GetModelAttributeRequest): Promise<GetModelAttributeResult>;

  /**
   * Lists the attributes of one model.
   * In their order.
   * GET /models/{modelName}/attributes · PUBLIC
   */
  getModelAttributes(call: Call, request: GetModelAttributesRequest): Promise<GetModelAttributesResult>;

  /**
   * Lists models.
   * Sorted by name.
   * GET /models · ADMIN
   */
  getModels(call: Call, request: GetModelsRequest): Promise<GetModelsResult>;

  /**
   * Lists the restrictions of a type.
   * Those that an attribute of this type can have.
   * GET /models/attributes/restrictions · ADMIN
   */
  getRestrictions(call: Call, request: GetRestrictionsRequest): Promise<GetRestrictionsResult>;

  /**
   * Takes a model from a file.
   * An unknown model is made with its fragments and attributes. To a known one the attributes that are new are
   * added; nothing of it is changed or removed. All of it is taken or nothing.
   * POST /models/import · ADMIN
   */
  importModel(call: Call, request: ImportModelRequest): Promise<ImportModelResult>;

  /**
   * Tells whether a subsetting clause can be kept.
   * Empty, `*` and `model:NAME` can.
   * POST /datasets/isValidSubsetting · PROJECT_ADMIN
   */
  judgeSubsetting(call: Call, request: JudgeSubsettingRequest): Promise<JudgeSubsettingResult>;

  /**
   * Takes an attribute from a model.
   * Refused for attributes of other fragments than `default`, which go as a whole.
   * DELETE /models/{modelName}/attributes/{associationId} · ADMIN
   */
  unbindAttribute(call: Call, request: UnbindAttributeRequest): Promise<UnbindAttributeResult>;

  /**
   * Takes all attributes of a fragment from a model.
   * The fragment and its attributes stay.
   * DELETE /models/{modelName}/attributes/fragments/{fragmentId} · ADMIN
   */
  unbindFragment(call: Call, request: UnbindFragmentRequest): Promise<UnbindFragmentResult>;

  /**
   * Changes one group.
   * Whether it is public; its name stays as it is.
   * PUT /accessgroups/{name} · PROJECT_ADMIN
   */
  updateAccessGroup(call: Call, request: UpdateAccessGroupRequest): Promise<UpdateAccessGroupResult>;

  /**
   * Changes one access right.
   * The levels alone, or the group and dataset too.
   * PUT /accessrights/{accessRightId} · PROJECT_ADMIN
   */
  updateAccessRight(call: Call, request: UpdateAccessRightRequest): Promise<UpdateAccessRightResult>;

  /**
   * Changes one attribute.
   * Its name, type and fragment stay as they are. Every model that has it follows.
   * PUT /models/attributes/{attributeId} · ADMIN
   */
  updateAttribute(call: Call, request: UpdateAttributeRequest): Promise<UpdateAttributeResult>;

  /**
   * Changes one data source.
   * Plugin and businessId stay as they are; so does the model while datasets are made of it.
   * PUT /datasources/{businessId} · PROJECT_ADMIN
   */
  updateDataSource(call: Call, request: UpdateDataSourceRequest): Promise<UpdateDataSourceResult>;

  /**
   * Changes one dataset.
   * Its data source, its model and values that are not alterable stay as they are.
   * PUT /datasets/{datasetId} · PROJECT_ADMIN
   */
  updateDataset(call: Call, request: UpdateDatasetRequest): Promise<UpdateDatasetResult>;

  /**
   * Changes one fragment.
   * Its description and version; the name stays as it is.
   * PUT /models/fragments/{fragmentId} · ADMIN
   */
  updateFragment(call: Call, request: UpdateFragmentRequest): Promise<UpdateFragmentResult>;

  /**
   * Changes one model.
   * Its description and version; name and type stay as they are.
   * PUT /models/{modelName} · ADMIN
   */
  updateModel(call: Call, request: UpdateModelRequest): Promise<UpdateModelResult>;
}

/** The parameters of bindAttribute. */
export interface BindAttributeRequest {
  /** The model's name. */
  readonly modelName: string;
  /** The body. */
  readonly body: ModelAttrAssoc;
}

/** What bindAttribute may answer. */
export type BindAttributeResult =
  | { status: 200; body: ModelAttrAssoc; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 404; error: Refusal }
  | { status: 409; error: Refusal }
  | { status: 413; error: Refusal }
  | { status: 415; error: Refusal }
  | { status: 422; error: Refusal };

/** The parameters of bindFragment. */
export interface BindFragmentRequest {
  /** The model's name. */
  readonly modelName: string;
  /** The body. */
  readonly body: Fragment;
}

/** What bindFragment may answer. */
export type BindFragmentResult =
  | { status: 200; body: readonly ModelAttrAssoc[]; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 404; error: Refusal }
  | { status: 409; error: Refusal }
  | { status: 413; error: Refusal }
  | { status: 415; error: Refusal }
  | { status: 422; error: Refusal };

/** The parameters of createAccessGroup. */
export interface CreateAccessGroupRequest {
  /** The body. */
  readonly body: AccessGroup;
}

/** What createAccessGroup may answer. */
export type CreateAccessGroupResult =
  | { status: 201; body: AccessGroup; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 409; error: Refusal }
  | { status: 413; error: Refusal }
  | { status: 415; error: Refusal }
  | { status: 422; error: Refusal };

/** The parameters of createAccessRight. */
export interface CreateAccessRightRequest {
  /** The body. */
  readonly body: AccessRightDraft;
}

/** What createAccessRight may answer. */
export type CreateAccessRightResult =
  | { status: 201; body: AccessRight; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 404; error: Refusal }
  | { status: 413; error: Refusal }
  | { status: 415; error: Refusal }
  | { status: 422; error: Refusal };

/** The parameters of createAttribute. */
export interface CreateAttributeRequest {
  /** The body. */
  readonly body: AttributeModel;
}

/** What createAttribute may answer. */
export type CreateAttributeResult =
  | { status: 200; body: AttributeModel; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 409; error: Refusal }
  | { status: 413; error: Refusal }
  | { status: 415; error: Refusal }
  | { status: 422; error: Refusal };

/** The parameters of createDataSource. */
export interface CreateDataSourceRequest {
  /** The body. */
  readonly body: DataSource;
}

/** What createDataSource may answer. */
export type CreateDataSourceResult =
  | { status: 200; body: DataSource; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 409; error: Refusal }
  | { status: 413; error: Refusal }
  | { status: 415; error: Refusal }
  | { status: 422; error: Refusal };

/** The parameters of createDataset. */
export interface CreateDatasetRequest {
  /** The body. */
  readonly body: DatasetDraft;
}

/** What createDataset may answer. */
export type CreateDatasetResult =
  | { status: 201; body: Dataset; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 404; error: Refusal }
  | { status: 409; error: Refusal }
  | { status: 413; error: Refusal }
  | { status: 415; error: Refusal }
  | { status: 422; error: Refusal };

/** The parameters of createFragment. */
export interface CreateFragmentRequest {
  /** The body. */
  readonly body: Fragment;
}

/** What createFragment may answer. */
export type CreateFragmentResult =
  | { status: 200; body: Fragment; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 409; error: Refusal }
  | { status: 413; error: Refusal }
  | { status: 415; error: Refusal }
  | { status: 422; error: Refusal };

/** The parameters of createModel. */
export interface CreateModelRequest {
  /** The body. */
  readonly body: Model;
}

/** What createModel may answer. */
export type CreateModelResult =
  | { status: 200; body: Model; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 409; error: Refusal }
  | { status: 413; error: Refusal }
  | { status: 415; error: Refusal }
  | { status: 422; error: Refusal };

/** The parameters of deleteAccessGroup. */
export interface DeleteAccessGroupRequest {
  /** The group's name. */
  readonly name: string;
}

/** What deleteAccessGroup may answer. */
export type DeleteAccessGroupResult =
  | { status: 204; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 404; error: Refusal };

/** The parameters of deleteAccessRight. */
export interface DeleteAccessRightRequest {
  /** Number of the access right. */
  readonly accessRightId: number;
}

/** What deleteAccessRight may answer. */
export type DeleteAccessRightResult =
  | { status: 204; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 404; error: Refusal };

/** The parameters of deleteAttribute. */
export interface DeleteAttributeRequest {
  /** Number of the attribute. */
  readonly attributeId: number;
}

/** What deleteAttribute may answer. */
export type DeleteAttributeResult =
  | { status: 204; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal };

/** The parameters of deleteDataSource. */
export interface DeleteDataSourceRequest {
  /** The data source. */
  readonly businessId: string;
}

/** What deleteDataSource may answer. */
export type DeleteDataSourceResult =
  | { status: 204; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 404; error: Refusal };

/** The parameters of deleteDataset. */
export interface DeleteDatasetRequest {
  /** Number of the dataset. */
  readonly datasetId: number;
}

/** What deleteDataset may answer. */
export type DeleteDatasetResult =
  | { status: 204; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 404; error: Refusal };

/** The parameters of deleteFragment. */
export interface DeleteFragmentRequest {
  /** Number of the fragment. */
  readonly fragmentId: number;
}

/** What deleteFragment may answer. */
export type DeleteFragmentResult =
  | { status: 204; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 404; error: Refusal }
  | { status: 409; error: Refusal };

/** The parameters of deleteModel. */
export interface DeleteModelRequest {
  /** The model's name. */
  readonly modelName: string;
}

/** What deleteModel may answer. */
export type DeleteModelResult =
  | { status: 204; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 404; error: Refusal };

/** The parameters of exportModel. */
export interface ExportModelRequest {
  /** The model's name. */
  readonly modelName: string;
}

/** What exportModel may answer. */
export type ExportModelResult =
  | { status: 200; body: Readable | Buffer | string; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 404; error: Refusal };

/** The parameters of getAccessGroup. */
export interface GetAccessGroupRequest {
  /** The group's name. */
  readonly name: string;
}

/** What getAccessGroup may answer. */
export type GetAccessGroupResult =
  | { status: 200; body: AccessGroup; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 404; error: Refusal };

/** The parameters of getAccessGroups. */
export interface GetAccessGroupsRequest {
  /** Only groups that are public, or only those that are not. */
  readonly public?: boolean | undefined;
  /** Number of the page, from 0; nonsense is read as 0. */
  readonly page?: string | undefined;
  /** Elements of a page, at most 2000; nonsense is read as the default. */
  readonly size?: string | undefined;
  /** Properties to sort by, `name,asc` or `name,desc`; repeatable. */
  readonly sort?: string[] | undefined;
}

/** What getAccessGroups may answer. */
export type GetAccessGroupsResult =
  | { status: 200; body: Page<AccessGroup>; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal };

/** The parameters of getAccessRight. */
export interface GetAccessRightRequest {
  /** Number of the access right. */
  readonly accessRightId: number;
}

/** What getAccessRight may answer. */
export type GetAccessRightResult =
  | { status: 200; body: AccessRight; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 404; error: Refusal };

/** The parameters of getAccessRightOf. */
export interface GetAccessRightOfRequest {
  /** The group. */
  readonly accessgroup: string;
  /** The dataset's URN. */
  readonly dataset: string;
}

/** What getAccessRightOf may answer. */
export type GetAccessRightOfResult =
  | { status: 200; body: AccessRight; headers?: Readonly<Record<string, string>> }
  | { status: 204; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal };

/** The parameters of getAccessRights. */
export interface GetAccessRightsRequest {
  /** Only rights of this group. */
  readonly accessgroup?: string | undefined;
  /** Only rights on the dataset of this URN. */
  readonly dataset?: string | undefined;
  /** Number of the page, from 0; nonsense is read as 0. */
  readonly page?: string | undefined;
  /** Elements of a page, at most 2000; nonsense is read as the default. */
  readonly size?: string | undefined;
  /** Properties to sort by, `name,asc` or `name,desc`; repeatable. */
  readonly sort?: string[] | undefined;
}

/** What getAccessRights may answer. */
export type GetAccessRightsResult =
  | { status: 200; body: Page<AccessRight>; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal };

/** The parameters of getAssociations. */
export interface GetAssociationsRequest {
  /** Only models of this type. */
  readonly type?: EntityType | undefined;
}

/** What getAssociations may answer. */
export type GetAssociationsResult =
  | { status: 200; body: ModelAttrAssocs; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal };

/** The parameters of getAttribute. */
export interface GetAttributeRequest {
  /** Number of the attribute. */
  readonly attributeId: number;
}

/** What getAttribute may answer. */
export type GetAttributeResult =
  | { status: 200; body: AttributeModel; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 404; error: Refusal };

/** getAttributeTypes takes no parameters. */
export type GetAttributeTypesRequest = Readonly<Record<never, never>>;

/** What getAttributeTypes may answer. */
export type GetAttributeTypesResult =
  | { status: 200; body: PropertyTypes; headers?: Readonly<Record<string, string>> }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal };

/** The parameters of getAttributes. */
export interface GetAttributesRequest {
  /** Only attributes of this type. */
  readonly type?: PropertyType | undefined;
  /** Only attributes of this fragment. */
  readonly fragmentName?: string | undefined;
  /** Only attributes of one of these models. */
  readonly modelNames?: string[] | undefined;
  /** Accepted as REGARDS does; links are there all the same. */
  readonly noLink?: boolean | undefined;
}

/** What getAttributes may answer. */
export type GetAttributesResult =
  | { status: 200; body: readonly AttributeModel[]; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal };

/** The parameters of getCatalogueRules. */
export interface GetCatalogueRulesRequest {
  /** Number of the page, from 0; nonsense is read as 0. */
  readonly page?: string | undefined;
  /** Elements of a page, at most 2000; nonsense is read as the default. */
  readonly size?: string | undefined;
}

/** What getCatalogueRules may answer. */
export type GetCatalogueRulesResult =
  | { status: 200; body: CatalogueRules; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal };

/** The parameters of getDataSource. */
export interface GetDataSourceRequest {
  /** The data source. */
  readonly businessId: string;
}

/** What getDataSource may answer. */
export type GetDataSourceResult =
  | { status: 200; body: DataSource; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 404; error: Refusal };

/** getDataSources takes no parameters. */
export type GetDataSourcesRequest = Readonly<Record<never, never>>;

/** What getDataSources may answer. */
export type GetDataSourcesResult =
  | { status: 200; body: readonly DataSource[]; headers?: Readonly<Record<string, string>> }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal };

/** The parameters of getDataset. */
export interface GetDatasetRequest {
  /** Number of the dataset. */
  readonly datasetId: number;
}

/** What getDataset may answer. */
export type GetDatasetResult =
  | { status: 200; body: Dataset; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 404; error: Refusal };

/** The parameters of getDatasetByUrn. */
export interface GetDatasetByUrnRequest {
  /** The dataset's URN. */
  readonly datasetUrn: Urn;
}

/** What getDatasetByUrn may answer. */
export type GetDatasetByUrnResult =
  | { status: 200; body: Dataset; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 404; error: Refusal };

/** The parameters of getDatasets. */
export interface GetDatasetsRequest {
  /** Only datasets whose label begins so, whatever the case. */
  readonly label?: string | undefined;
  /** Number of the page, from 0; nonsense is read as 0. */
  readonly page?: string | undefined;
  /** Elements of a page, at most 2000; nonsense is read as the default. */
  readonly size?: string | undefined;
  /** Properties to sort by, `name,asc` or `name,desc`; repeatable. */
  readonly sort?: string[] | undefined;
}

/** What getDatasets may answer. */
export type GetDatasetsResult =
  | { status: 200; body: Page<Dataset>; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal };

/** The parameters of getFragment. */
export interface GetFragmentRequest {
  /** Number of the fragment. */
  readonly fragmentId: number;
}

/** What getFragment may answer. */
export type GetFragmentResult =
  | { status: 200; body: Fragment; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 404; error: Refusal };

/** getFragments takes no parameters. */
export type GetFragmentsRequest = Readonly<Record<never, never>>;

/** What getFragments may answer. */
export type GetFragmentsResult =
  | { status: 200; body: readonly Fragment[]; headers?: Readonly<Record<string, string>> }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal };

/** The parameters of getModel. */
export interface GetModelRequest {
  /** The model's name. */
  readonly modelName: string;
}

/** What getModel may answer. */
export type GetModelResult =
  | { status: 200; body: Model; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 404; error: Refusal };

/** The parameters of getModelAttribute. */
export interface GetModelAttributeRequest {
  /** The model's name. */
  readonly modelName: string;
  /** Number of the association. */
  readonly associationId: number;
}

/** What getModelAttribute may answer. */
export type GetModelAttributeResult =
  | { status: 200; body: ModelAttrAssoc; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 404; error: Refusal };

/** The parameters of getModelAttributes. */
export interface GetModelAttributesRequest {
  /** The model's name. */
  readonly modelName: string;
}

/** What getModelAttributes may answer. */
export type GetModelAttributesResult =
  | { status: 200; body: readonly ModelAttrAssoc[]; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 404; error: Refusal };

/** The parameters of getModels. */
export interface GetModelsRequest {
  /** Only models of this type. */
  readonly type?: EntityType | undefined;
}

/** What getModels may answer. */
export type GetModelsResult =
  | { status: 200; body: readonly Model[]; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal };

/** The parameters of getRestrictions. */
export interface GetRestrictionsRequest {
  /** The type of the attribute. */
  readonly type: PropertyType;
}

/** What getRestrictions may answer. */
export type GetRestrictionsResult =
  | { status: 200; body: RestrictionTypes; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal };

/** The parameters of importModel. */
export interface ImportModelRequest {
  /** The body. */
  readonly body: { file: UploadedFile };
}

/** What importModel may answer. */
export type ImportModelResult =
  | { status: 201; body: Model; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 409; error: Refusal }
  | { status: 413; error: Refusal }
  | { status: 415; error: Refusal }
  | { status: 422; error: Refusal };

/** The parameters of judgeSubsetting. */
export interface JudgeSubsettingRequest {
  /** The body. */
  readonly body: SubsettingQuery;
}

/** What judgeSubsetting may answer. */
export type JudgeSubsettingResult =
  | { status: 200; body: SubsettingValidity; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 413; error: Refusal }
  | { status: 415; error: Refusal }
  | { status: 422; error: Refusal };

/** The parameters of unbindAttribute. */
export interface UnbindAttributeRequest {
  /** The model's name. */
  readonly modelName: string;
  /** Number of the association. */
  readonly associationId: number;
}

/** What unbindAttribute may answer. */
export type UnbindAttributeResult =
  | { status: 204; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 404; error: Refusal };

/** The parameters of unbindFragment. */
export interface UnbindFragmentRequest {
  /** The model's name. */
  readonly modelName: string;
  /** Number of the fragment. */
  readonly fragmentId: number;
}

/** What unbindFragment may answer. */
export type UnbindFragmentResult =
  | { status: 204; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 404; error: Refusal };

/** The parameters of updateAccessGroup. */
export interface UpdateAccessGroupRequest {
  /** The group's name. */
  readonly name: string;
  /** The body. */
  readonly body: AccessGroup;
}

/** What updateAccessGroup may answer. */
export type UpdateAccessGroupResult =
  | { status: 200; body: AccessGroup; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 404; error: Refusal }
  | { status: 413; error: Refusal }
  | { status: 415; error: Refusal }
  | { status: 422; error: Refusal };

/** The parameters of updateAccessRight. */
export interface UpdateAccessRightRequest {
  /** Number of the access right. */
  readonly accessRightId: number;
  /** The body. */
  readonly body: AccessRightDraft;
}

/** What updateAccessRight may answer. */
export type UpdateAccessRightResult =
  | { status: 200; body: AccessRight; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 404; error: Refusal }
  | { status: 413; error: Refusal }
  | { status: 415; error: Refusal }
  | { status: 422; error: Refusal };

/** The parameters of updateAttribute. */
export interface UpdateAttributeRequest {
  /** Number of the attribute. */
  readonly attributeId: number;
  /** The body. */
  readonly body: AttributeModel;
}

/** What updateAttribute may answer. */
export type UpdateAttributeResult =
  | { status: 200; body: AttributeModel; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 404; error: Refusal }
  | { status: 413; error: Refusal }
  | { status: 415; error: Refusal }
  | { status: 422; error: Refusal };

/** The parameters of updateDataSource. */
export interface UpdateDataSourceRequest {
  /** The data source. */
  readonly businessId: string;
  /** The body. */
  readonly body: DataSource;
}

/** What updateDataSource may answer. */
export type UpdateDataSourceResult =
  | { status: 200; body: DataSource; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 404; error: Refusal }
  | { status: 413; error: Refusal }
  | { status: 415; error: Refusal }
  | { status: 422; error: Refusal };

/** The parameters of updateDataset. */
export interface UpdateDatasetRequest {
  /** Number of the dataset. */
  readonly datasetId: number;
  /** The body. */
  readonly body: DatasetDraft;
}

/** What updateDataset may answer. */
export type UpdateDatasetResult =
  | { status: 200; body: Dataset; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 404; error: Refusal }
  | { status: 413; error: Refusal }
  | { status: 415; error: Refusal }
  | { status: 422; error: Refusal };

/** The parameters of updateFragment. */
export interface UpdateFragmentRequest {
  /** Number of the fragment. */
  readonly fragmentId: number;
  /** The body. */
  readonly body: Fragment;
}

/** What updateFragment may answer. */
export type UpdateFragmentResult =
  | { status: 200; body: Fragment; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 404; error: Refusal }
  | { status: 413; error: Refusal }
  | { status: 415; error: Refusal }
  | { status: 422; error: Refusal };

/** The parameters of updateModel. */
export interface UpdateModelRequest {
  /** The model's name. */
  readonly modelName: string;
  /** The body. */
  readonly body: Model;
}

/** What updateModel may answer. */
export type UpdateModelResult =
  | { status: 200; body: Model; headers?: Readonly<Record<string, string>> }
  | { status: 400; error: Refusal }
  | { status: 401; error: Refusal }
  | { status: 403; error: Refusal }
  | { status: 404; error: Refusal }
  | { status: 413; error: Refusal }
  | { status: 415; error: Refusal }
  | { status: 422; error: Refusal };
