// Generated from contracts/rs-dam/openapi.yaml — do not edit.
import type { Readable } from 'node:stream';
import type { CallContext, Transport } from '@regards/core';
import { routes } from './routes.ts';
import type {
  BindAttributeRequest,
  BindFragmentRequest,
  CreateAccessGroupRequest,
  CreateAccessRightRequest,
  CreateAttributeRequest,
  CreateDataSourceRequest,
  CreateDatasetRequest,
  CreateFragmentRequest,
  CreateModelRequest,
  DeleteAccessGroupRequest,
  DeleteAccessRightRequest,
  DeleteAttributeRequest,
  DeleteDataSourceRequest,
  DeleteDatasetRequest,
  DeleteFragmentRequest,
  DeleteModelRequest,
  ExportModelRequest,
  GetAccessGroupRequest,
  GetAccessGroupsRequest,
  GetAccessRightOfRequest,
  GetAccessRightRequest,
  GetAccessRightsRequest,
  GetAssociationsRequest,
  GetAttributeRequest,
  GetAttributeTypesRequest,
  GetAttributesRequest,
  GetCatalogueRulesRequest,
  GetDataSourceRequest,
  GetDataSourcesRequest,
  GetDatasetByUrnRequest,
  GetDatasetRequest,
  GetDatasetsRequest,
  GetFragmentRequest,
  GetFragmentsRequest,
  GetModelAttributeRequest,
  GetModelAttributesRequest,
  GetModelRequest,
  GetModelsRequest,
  GetRestrictionsRequest,
  ImportModelRequest,
  JudgeSubsettingRequest,
  UnbindAttributeRequest,
  UnbindFragmentRequest,
  UpdateAccessGroupRequest,
  UpdateAccessRightRequest,
  UpdateAttributeRequest,
  UpdateDataSourceRequest,
  UpdateDatasetRequest,
  UpdateFragmentRequest,
  UpdateModelRequest,
} from './server.ts';
import type {
  AccessGroupPage,
  AccessGroupResource,
  AccessRight,
  AccessRightPage,
  AccessRightResource,
  AttributeModelResource,
  AttributeModelResources,
  CatalogueRules,
  DataSourceResource,
  DataSourceResources,
  Dataset,
  DatasetPage,
  DatasetResource,
  FragmentResource,
  FragmentResources,
  ModelAttrAssocResource,
  ModelAttrAssocResources,
  ModelAttrAssocs,
  ModelResource,
  ModelResources,
  Problem,
  PropertyTypes,
  RestrictionTypes,
  SubsettingValidity,
} from './types.ts';

/** The operations of rs-dam as its callers use them: answers by status, no exception for a refusal. */
export interface RsDamClient {
  /**
   * Adds an attribute to a model.
   * One of the fragment `default`; those of other fragments are added as a whole.
   * POST /models/{modelName}/attributes · ADMIN
   */
  bindAttribute(context: CallContext, request: BindAttributeRequest): Promise<BindAttributeAnswer>;

  /**
   * Adds all attributes of a fragment to a model.
   * Those that the model has already stay.
   * POST /models/{modelName}/attributes/fragments · ADMIN
   */
  bindFragment(context: CallContext, request: BindFragmentRequest): Promise<BindFragmentAnswer>;

  /**
   * Makes a group.
   * Who belongs to it is kept with the users of the project.
   * POST /accessgroups · PROJECT_ADMIN
   */
  createAccessGroup(context: CallContext, request: CreateAccessGroupRequest): Promise<CreateAccessGroupAnswer>;

  /**
   * Gives a group a right on a dataset.
   * One right a group and dataset.
   * POST /accessrights · PROJECT_ADMIN
   */
  createAccessRight(context: CallContext, request: CreateAccessRightRequest): Promise<CreateAccessRightAnswer>;

  /**
   * Makes an attribute.
   * An unknown fragment is made too. An attribute of a fragment becomes one of every model that has the fragment.
   * POST /models/attributes · ADMIN
   */
  createAttribute(context: CallContext, request: CreateAttributeRequest): Promise<CreateAttributeAnswer>;

  /**
   * Makes a data source.
   * Products of its model are in the catalogue from then on. The answer is 200, as in REGARDS, not 201.
   * POST /datasources · PROJECT_ADMIN
   */
  createDataSource(context: CallContext, request: CreateDataSourceRequest): Promise<CreateDataSourceAnswer>;

  /**
   * Makes a dataset.
   * Products of its data source that meet its clause are in it from then on.
   * POST /datasets · PROJECT_ADMIN
   */
  createDataset(context: CallContext, request: CreateDatasetRequest): Promise<CreateDatasetAnswer>;

  /**
   * Makes a fragment.
   * It has no attribute yet.
   * POST /models/fragments · ADMIN
   */
  createFragment(context: CallContext, request: CreateFragmentRequest): Promise<CreateFragmentAnswer>;

  /**
   * Makes a model.
   * It has no attribute yet. The answer is 200, as in REGARDS, not 201.
   * POST /models · ADMIN
   */
  createModel(context: CallContext, request: CreateModelRequest): Promise<CreateModelAnswer>;

  /**
   * Deletes one group.
   * Refused for the group `Public` and while the group has access rights.
   * DELETE /accessgroups/{name} · PROJECT_ADMIN
   */
  deleteAccessGroup(context: CallContext, request: DeleteAccessGroupRequest): Promise<DeleteAccessGroupAnswer>;

  /**
   * Takes an access right.
   * The group sees no more of the dataset than its other rights show.
   * DELETE /accessrights/{accessRightId} · PROJECT_ADMIN
   */
  deleteAccessRight(context: CallContext, request: DeleteAccessRightRequest): Promise<DeleteAccessRightAnswer>;

  /**
   * Deletes one attribute.
   * Refused while a model that has it is used by a data source or a dataset. An unknown one is no fault.
   * DELETE /models/attributes/{attributeId} · ADMIN
   */
  deleteAttribute(context: CallContext, request: DeleteAttributeRequest): Promise<DeleteAttributeAnswer>;

  /**
   * Deletes one data source.
   * Refused while datasets are made of it.
   * DELETE /datasources/{businessId} · PROJECT_ADMIN
   */
  deleteDataSource(context: CallContext, request: DeleteDataSourceRequest): Promise<DeleteDataSourceAnswer>;

  /**
   * Deletes one dataset.
   * Its access rights go first. Its products stay.
   * DELETE /datasets/{datasetId} · PROJECT_ADMIN
   */
  deleteDataset(context: CallContext, request: DeleteDatasetRequest): Promise<DeleteDatasetAnswer>;

  /**
   * Deletes one fragment.
   * Refused while it has attributes; `default` cannot be deleted.
   * DELETE /models/fragments/{fragmentId} · ADMIN
   */
  deleteFragment(context: CallContext, request: DeleteFragmentRequest): Promise<DeleteFragmentAnswer>;

  /**
   * Deletes one model.
   * Refused while a data source or a dataset is made of it. Its attributes stay.
   * DELETE /models/{modelName} · ADMIN
   */
  deleteModel(context: CallContext, request: DeleteModelRequest): Promise<DeleteModelAnswer>;

  /**
   * Gives one model as a file.
   * The file can be imported again, here or elsewhere.
   * GET /models/{modelName}/export · ADMIN
   */
  exportModel(context: CallContext, request: ExportModelRequest): Promise<ExportModelAnswer>;

  /**
   * Gives one group.
   * By its name.
   * GET /accessgroups/{name} · EXPLOIT
   */
  getAccessGroup(context: CallContext, request: GetAccessGroupRequest): Promise<GetAccessGroupAnswer>;

  /**
   * Lists groups.
   * Sorted by name.
   * GET /accessgroups · EXPLOIT
   */
  getAccessGroups(context: CallContext, request?: GetAccessGroupsRequest): Promise<GetAccessGroupsAnswer>;

  /**
   * Gives one access right.
   * By its number.
   * GET /accessrights/{accessRightId} · PROJECT_ADMIN
   */
  getAccessRight(context: CallContext, request: GetAccessRightRequest): Promise<GetAccessRightAnswer>;

  /**
   * Gives the right of one group on one dataset.
   * Without links.
   * GET /accessrights/accessright · PUBLIC
   */
  getAccessRightOf(context: CallContext, request: GetAccessRightOfRequest): Promise<GetAccessRightOfAnswer>;

  /**
   * Lists access rights.
   * Those that meet every filter given, oldest first.
   * GET /accessrights · PROJECT_ADMIN
   */
  getAccessRights(context: CallContext, request?: GetAccessRightsRequest): Promise<GetAccessRightsAnswer>;

  /**
   * Lists the attributes of all models.
   * In one answer, by model and then in the order of the model; without links. For services that keep what models
   * say.
   * GET /models/assocs · ADMIN
   */
  getAssociations(context: CallContext, request?: GetAssociationsRequest): Promise<GetAssociationsAnswer>;

  /**
   * Gives one attribute.
   * As it was declared.
   * GET /models/attributes/{attributeId} · PUBLIC
   */
  getAttribute(context: CallContext, request: GetAttributeRequest): Promise<GetAttributeAnswer>;

  /**
   * Lists the types of attributes.
   * Those that can be given to a new one.
   * GET /models/attributes/types · ADMIN
   */
  getAttributeTypes(context: CallContext, request?: GetAttributeTypesRequest): Promise<GetAttributeTypesAnswer>;

  /**
   * Lists attributes.
   * Those that meet every filter given, sorted by fragment and name.
   * GET /models/attributes · PUBLIC
   */
  getAttributes(context: CallContext, request?: GetAttributesRequest): Promise<GetAttributesAnswer>;

  /**
   * Gives everything the catalogue goes by.
   * Data sources, datasets with who sees them, public groups, all as of one moment. For services; 2000 datasets a
   * page unless asked otherwise. Another revision on a later page says that something changed in between.
   * GET /catalogue-rules · INSTANCE_ADMIN
   */
  getCatalogueRules(context: CallContext, request?: GetCatalogueRulesRequest): Promise<GetCatalogueRulesAnswer>;

  /**
   * Gives one data source.
   * With the number of its datasets.
   * GET /datasources/{businessId} · PROJECT_ADMIN
   */
  getDataSource(context: CallContext, request: GetDataSourceRequest): Promise<GetDataSourceAnswer>;

  /**
   * Lists data sources.
   * Sorted by label.
   * GET /datasources · PROJECT_ADMIN
   */
  getDataSources(context: CallContext, request?: GetDataSourcesRequest): Promise<GetDataSourcesAnswer>;

  /**
   * Gives one dataset.
   * By its number.
   * GET /datasets/{datasetId} · PROJECT_ADMIN
   */
  getDataset(context: CallContext, request: GetDatasetRequest): Promise<GetDatasetAnswer>;

  /**
   * Gives one dataset by its URN.
   * Without links.
   * GET /datasets/ipId/{datasetUrn} · PROJECT_ADMIN
   */
  getDatasetByUrn(context: CallContext, request: GetDatasetByUrnRequest): Promise<GetDatasetByUrnAnswer>;

  /**
   * Lists datasets.
   * Sorted by label.
   * GET /datasets · PROJECT_ADMIN
   */
  getDatasets(context: CallContext, request?: GetDatasetsRequest): Promise<GetDatasetsAnswer>;

  /**
   * Gives one fragment.
   * Without its attributes.
   * GET /models/fragments/{fragmentId} · ADMIN
   */
  getFragment(context: CallContext, request: GetFragmentRequest): Promise<GetFragmentAnswer>;

  /**
   * Lists fragments.
   * Sorted by name, `default` included.
   * GET /models/fragments · ADMIN
   */
  getFragments(context: CallContext, request?: GetFragmentsRequest): Promise<GetFragmentsAnswer>;

  /**
   * Gives one model.
   * Without its attributes.
   * GET /models/{modelName} · PUBLIC
   */
  getModel(context: CallContext, request: GetModelRequest): Promise<GetModelAnswer>;

  /**
   * Gives one attribute of one model.
   * As this model declares it.
   * GET /models/{modelName}/attributes/{associationId} · ADMIN
   */
  getModelAttribute(context: CallContext, request: GetModelAttributeRequest): Promise<GetModelAttributeAnswer>;

  /**
   * Lists the attributes of one model.
   * In their order.
   * GET /models/{modelName}/attributes · PUBLIC
   */
  getModelAttributes(context: CallContext, request: GetModelAttributesRequest): Promise<GetModelAttributesAnswer>;

  /**
   * Lists models.
   * Sorted by name.
   * GET /models · ADMIN
   */
  getModels(context: CallContext, request?: GetModelsRequest): Promise<GetModelsAnswer>;

  /**
   * Lists the restrictions of a type.
   * Those that an attribute of this type can have.
   * GET /models/attributes/restrictions · ADMIN
   */
  getRestrictions(context: CallContext, request: GetRestrictionsRequest): Promise<GetRestrictionsAnswer>;

  /**
   * Takes a model from a file.
   * An unknown model is made with its fragments and attributes. To a known one the attributes that are new are
   * added; nothing of it is changed or removed. All of it is taken or nothing.
   * POST /models/import · ADMIN
   */
  importModel(context: CallContext, request: ImportModelRequest): Promise<ImportModelAnswer>;

  /**
   * Tells whether a subsetting clause can be kept.
   * Empty, `*` and `model:NAME` can.
   * POST /datasets/isValidSubsetting · PROJECT_ADMIN
   */
  judgeSubsetting(context: CallContext, request: JudgeSubsettingRequest): Promise<JudgeSubsettingAnswer>;

  /**
   * Takes an attribute from a model.
   * Refused for attributes of other fragments than `default`, which go as a whole.
   * DELETE /models/{modelName}/attributes/{associationId} · ADMIN
   */
  unbindAttribute(context: CallContext, request: UnbindAttributeRequest): Promise<UnbindAttributeAnswer>;

  /**
   * Takes all attributes of a fragment from a model.
   * The fragment and its attributes stay.
   * DELETE /models/{modelName}/attributes/fragments/{fragmentId} · ADMIN
   */
  unbindFragment(context: CallContext, request: UnbindFragmentRequest): Promise<UnbindFragmentAnswer>;

  /**
   * Changes one group.
   * Whether it is public; its name stays as it is.
   * PUT /accessgroups/{name} · PROJECT_ADMIN
   */
  updateAccessGroup(context: CallContext, request: UpdateAccessGroupRequest): Promise<UpdateAccessGroupAnswer>;

  /**
   * Changes one access right.
   * The levels alone, or the group and dataset too.
   * PUT /accessrights/{accessRightId} · PROJECT_ADMIN
   */
  updateAccessRight(context: CallContext, request: UpdateAccessRightRequest): Promise<UpdateAccessRightAnswer>;

  /**
   * Changes one attribute.
   * Its name, type and fragment stay as they are. Every model that has it follows.
   * PUT /models/attributes/{attributeId} · ADMIN
   */
  updateAttribute(context: CallContext, request: UpdateAttributeRequest): Promise<UpdateAttributeAnswer>;

  /**
   * Changes one data source.
   * Plugin and businessId stay as they are; so does the model while datasets are made of it.
   * PUT /datasources/{businessId} · PROJECT_ADMIN
   */
  updateDataSource(context: CallContext, request: UpdateDataSourceRequest): Promise<UpdateDataSourceAnswer>;

  /**
   * Changes one dataset.
   * Its data source, its model and values that are not alterable stay as they are.
   * PUT /datasets/{datasetId} · PROJECT_ADMIN
   */
  updateDataset(context: CallContext, request: UpdateDatasetRequest): Promise<UpdateDatasetAnswer>;

  /**
   * Changes one fragment.
   * Its description and version; the name stays as it is.
   * PUT /models/fragments/{fragmentId} · ADMIN
   */
  updateFragment(context: CallContext, request: UpdateFragmentRequest): Promise<UpdateFragmentAnswer>;

  /**
   * Changes one model.
   * Its description and version; name and type stay as they are.
   * PUT /models/{modelName} · ADMIN
   */
  updateModel(context: CallContext, request: UpdateModelRequest): Promise<UpdateModelAnswer>;
}

/** Calls rs-dam wherever an instance of it is. */
export const rsDamClient = (transport: Transport): RsDamClient => ({
  bindAttribute: (context, request) =>
    transport.send<BindAttributeAnswer>('rs-dam', routes.bindAttribute, context, request),

  bindFragment: (context, request) =>
    transport.send<BindFragmentAnswer>('rs-dam', routes.bindFragment, context, request),

  createAccessGroup: (context, request) =>
    transport.send<CreateAccessGroupAnswer>('rs-dam', routes.createAccessGroup, context, request),

  createAccessRight: (context, request) =>
    transport.send<CreateAccessRightAnswer>('rs-dam', routes.createAccessRight, context, request),

  createAttribute: (context, request) =>
    transport.send<CreateAttributeAnswer>('rs-dam', routes.createAttribute, context, request),

  createDataSource: (context, request) =>
    transport.send<CreateDataSourceAnswer>('rs-dam', routes.createDataSource, context, request),

  createDataset: (context, request) =>
    transport.send<CreateDatasetAnswer>('rs-dam', routes.createDataset, context, request),

  createFragment: (context, request) =>
    transport.send<CreateFragmentAnswer>('rs-dam', routes.createFragment, context, request),

  createModel: (context, request) => transport.send<CreateModelAnswer>('rs-dam', routes.createModel, context, request),

  deleteAccessGroup: (context, request) =>
    transport.send<DeleteAccessGroupAnswer>('rs-dam', routes.deleteAccessGroup, context, request),

  deleteAccessRight: (context, request) =>
    transport.send<DeleteAccessRightAnswer>('rs-dam', routes.deleteAccessRight, context, request),

  deleteAttribute: (context, request) =>
    transport.send<DeleteAttributeAnswer>('rs-dam', routes.deleteAttribute, context, request),

  deleteDataSource: (context, request) =>
    transport.send<DeleteDataSourceAnswer>('rs-dam', routes.deleteDataSource, context, request),

  deleteDataset: (context, request) =>
    transport.send<DeleteDatasetAnswer>('rs-dam', routes.deleteDataset, context, request),

  deleteFragment: (context, request) =>
    transport.send<DeleteFragmentAnswer>('rs-dam', routes.deleteFragment, context, request),

  deleteModel: (context, request) => transport.send<DeleteModelAnswer>('rs-dam', routes.deleteModel, context, request),

  exportModel: (context, request) => transport.send<ExportModelAnswer>('rs-dam', routes.exportModel, context, request),

  getAccessGroup: (context, request) =>
    transport.send<GetAccessGroupAnswer>('rs-dam', routes.getAccessGroup, context, request),

  getAccessGroups: (context, request = {}) =>
    transport.send<GetAccessGroupsAnswer>('rs-dam', routes.getAccessGroups, context, request),

  getAccessRight: (context, request) =>
    transport.send<GetAccessRightAnswer>('rs-dam', routes.getAccessRight, context, request),

  getAccessRightOf: (context, request) =>
    transport.send<GetAccessRightOfAnswer>('rs-dam', routes.getAccessRightOf, context, request),

  getAccessRights: (context, request = {}) =>
    transport.send<GetAccessRightsAnswer>('rs-dam', routes.getAccessRights, context, request),

  getAssociations: (context, request = {}) =>
    transport.send<GetAssociationsAnswer>('rs-dam', routes.getAssociations, context, request),

  getAttribute: (context, request) =>
    transport.send<GetAttributeAnswer>('rs-dam', routes.getAttribute, context, request),

  getAttributeTypes: (context, request = {}) =>
    transport.send<GetAttributeTypesAnswer>('rs-dam', routes.getAttributeTypes, context, request),

  getAttributes: (context, request = {}) =>
    transport.send<GetAttributesAnswer>('rs-dam', routes.getAttributes, context, request),

  getCatalogueRules: (context, request = {}) =>
    transport.send<GetCatalogueRulesAnswer>('rs-dam', routes.getCatalogueRules, context, request),

  getDataSource: (context, request) =>
    transport.send<GetDataSourceAnswer>('rs-dam', routes.getDataSource, context, request),

  getDataSources: (context, request = {}) =>
    transport.send<GetDataSourcesAnswer>('rs-dam', routes.getDataSources, context, request),

  getDataset: (context, request) => transport.send<GetDatasetAnswer>('rs-dam', routes.getDataset, context, request),

  getDatasetByUrn: (context, request) =>
    transport.send<GetDatasetByUrnAnswer>('rs-dam', routes.getDatasetByUrn, context, request),

  getDatasets: (context, request = {}) =>
    transport.send<GetDatasetsAnswer>('rs-dam', routes.getDatasets, context, request),

  getFragment: (context, request) => transport.send<GetFragmentAnswer>('rs-dam', routes.getFragment, context, request),

  getFragments: (context, request = {}) =>
    transport.send<GetFragmentsAnswer>('rs-dam', routes.getFragments, context, request),

  getModel: (context, request) => transport.send<GetModelAnswer>('rs-dam', routes.getModel, context, request),

  getModelAttribute: (context, request) =>
    transport.send<GetModelAttributeAnswer>('rs-dam', routes.getModelAttribute, context, request),

  getModelAttributes: (context, request) =>
    transport.send<GetModelAttributesAnswer>('rs-dam', routes.getModelAttributes, context, request),

  getModels: (context, request = {}) => transport.send<GetModelsAnswer>('rs-dam', routes.getModels, context, request),

  getRestrictions: (context, request) =>
    transport.send<GetRestrictionsAnswer>('rs-dam', routes.getRestrictions, context, request),

  importModel: (context, request) => transport.send<ImportModelAnswer>('rs-dam', routes.importModel, context, request),

  judgeSubsetting: (context, request) =>
    transport.send<JudgeSubsettingAnswer>('rs-dam', routes.judgeSubsetting, context, request),

  unbindAttribute: (context, request) =>
    transport.send<UnbindAttributeAnswer>('rs-dam', routes.unbindAttribute, context, request),

  unbindFragment: (context, request) =>
    transport.send<UnbindFragmentAnswer>('rs-dam', routes.unbindFragment, context, request),

  updateAccessGroup: (context, request) =>
    transport.send<UpdateAccessGroupAnswer>('rs-dam', routes.updateAccessGroup, context, request),

  updateAccessRight: (context, request) =>
    transport.send<UpdateAccessRightAnswer>('rs-dam', routes.updateAccessRight, context, request),

  updateAttribute: (context, request) =>
    transport.send<UpdateAttributeAnswer>('rs-dam', routes.updateAttribute, context, request),

  updateDataSource: (context, request) =>
    transport.send<UpdateDataSourceAnswer>('rs-dam', routes.updateDataSource, context, request),

  updateDataset: (context, request) =>
    transport.send<UpdateDatasetAnswer>('rs-dam', routes.updateDataset, context, request),

  updateFragment: (context, request) =>
    transport.send<UpdateFragmentAnswer>('rs-dam', routes.updateFragment, context, request),

  updateModel: (context, request) => transport.send<UpdateModelAnswer>('rs-dam', routes.updateModel, context, request),
});

/** The contract that it was made from: an instance that serves another one is not called. */
rsDamClient.provider = { service: 'rs-dam', version: '0.2.0' } as const;

/** What bindAttribute answers. */
export type BindAttributeAnswer =
  | { status: 200; body: ModelAttrAssocResource; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 404; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 409; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 413; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 415; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 422; body: Problem; headers: Readonly<Record<string, string>> };

/** What bindFragment answers. */
export type BindFragmentAnswer =
  | { status: 200; body: ModelAttrAssocResources; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 404; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 409; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 413; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 415; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 422; body: Problem; headers: Readonly<Record<string, string>> };

/** What createAccessGroup answers. */
export type CreateAccessGroupAnswer =
  | { status: 201; body: AccessGroupResource; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 409; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 413; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 415; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 422; body: Problem; headers: Readonly<Record<string, string>> };

/** What createAccessRight answers. */
export type CreateAccessRightAnswer =
  | { status: 201; body: AccessRightResource; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 404; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 413; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 415; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 422; body: Problem; headers: Readonly<Record<string, string>> };

/** What createAttribute answers. */
export type CreateAttributeAnswer =
  | { status: 200; body: AttributeModelResource; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 409; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 413; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 415; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 422; body: Problem; headers: Readonly<Record<string, string>> };

/** What createDataSource answers. */
export type CreateDataSourceAnswer =
  | { status: 200; body: DataSourceResource; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 409; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 413; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 415; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 422; body: Problem; headers: Readonly<Record<string, string>> };

/** What createDataset answers. */
export type CreateDatasetAnswer =
  | { status: 201; body: DatasetResource; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 404; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 409; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 413; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 415; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 422; body: Problem; headers: Readonly<Record<string, string>> };

/** What createFragment answers. */
export type CreateFragmentAnswer =
  | { status: 200; body: FragmentResource; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 409; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 413; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 415; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 422; body: Problem; headers: Readonly<Record<string, string>> };

/** What createModel answers. */
export type CreateModelAnswer =
  | { status: 200; body: ModelResource; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 409; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 413; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 415; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 422; body: Problem; headers: Readonly<Record<string, string>> };

/** What deleteAccessGroup answers. */
export type DeleteAccessGroupAnswer =
  | { status: 204; body: undefined; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 404; body: Problem; headers: Readonly<Record<string, string>> };

/** What deleteAccessRight answers. */
export type DeleteAccessRightAnswer =
  | { status: 204; body: undefined; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 404; body: Problem; headers: Readonly<Record<string, string>> };

/** What deleteAttribute answers. */
export type DeleteAttributeAnswer =
  | { status: 204; body: undefined; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> };

/** What deleteDataSource answers. */
export type DeleteDataSourceAnswer =
  | { status: 204; body: undefined; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 404; body: Problem; headers: Readonly<Record<string, string>> };

/** What deleteDataset answers. */
export type DeleteDatasetAnswer =
  | { status: 204; body: undefined; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 404; body: Problem; headers: Readonly<Record<string, string>> };

/** What deleteFragment answers. */
export type DeleteFragmentAnswer =
  | { status: 204; body: undefined; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 404; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 409; body: Problem; headers: Readonly<Record<string, string>> };

/** What deleteModel answers. */
export type DeleteModelAnswer =
  | { status: 204; body: undefined; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 404; body: Problem; headers: Readonly<Record<string, string>> };

/** What exportModel answers. */
export type ExportModelAnswer =
  | { status: 200; body: Readable; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 404; body: Problem; headers: Readonly<Record<string, string>> };

/** What getAccessGroup answers. */
export type GetAccessGroupAnswer =
  | { status: 200; body: AccessGroupResource; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 404; body: Problem; headers: Readonly<Record<string, string>> };

/** What getAccessGroups answers. */
export type GetAccessGroupsAnswer =
  | { status: 200; body: AccessGroupPage; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> };

/** What getAccessRight answers. */
export type GetAccessRightAnswer =
  | { status: 200; body: AccessRightResource; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 404; body: Problem; headers: Readonly<Record<string, string>> };

/** What getAccessRightOf answers. */
export type GetAccessRightOfAnswer =
  | { status: 200; body: AccessRight; headers: Readonly<Record<string, string>> }
  | { status: 204; body: undefined; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> };

/** What getAccessRights answers. */
export type GetAccessRightsAnswer =
  | { status: 200; body: AccessRightPage; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> };

/** What getAssociations answers. */
export type GetAssociationsAnswer =
  | { status: 200; body: ModelAttrAssocs; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> };

/** What getAttribute answers. */
export type GetAttributeAnswer =
  | { status: 200; body: AttributeModelResource; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 404; body: Problem; headers: Readonly<Record<string, string>> };

/** What getAttributeTypes answers. */
export type GetAttributeTypesAnswer =
  | { status: 200; body: PropertyTypes; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> };

/** What getAttributes answers. */
export type GetAttributesAnswer =
  | { status: 200; body: AttributeModelResources; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> };

/** What getCatalogueRules answers. */
export type GetCatalogueRulesAnswer =
  | { status: 200; body: CatalogueRules; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> };

/** What getDataSource answers. */
export type GetDataSourceAnswer =
  | { status: 200; body: DataSourceResource; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 404; body: Problem; headers: Readonly<Record<string, string>> };

/** What getDataSources answers. */
export type GetDataSourcesAnswer =
  | { status: 200; body: DataSourceResources; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> };

/** What getDataset answers. */
export type GetDatasetAnswer =
  | { status: 200; body: DatasetResource; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 404; body: Problem; headers: Readonly<Record<string, string>> };

/** What getDatasetByUrn answers. */
export type GetDatasetByUrnAnswer =
  | { status: 200; body: Dataset; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 404; body: Problem; headers: Readonly<Record<string, string>> };

/** What getDatasets answers. */
export type GetDatasetsAnswer =
  | { status: 200; body: DatasetPage; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> };

/** What getFragment answers. */
export type GetFragmentAnswer =
  | { status: 200; body: FragmentResource; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 404; body: Problem; headers: Readonly<Record<string, string>> };

/** What getFragments answers. */
export type GetFragmentsAnswer =
  | { status: 200; body: FragmentResources; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> };

/** What getModel answers. */
export type GetModelAnswer =
  | { status: 200; body: ModelResource; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 404; body: Problem; headers: Readonly<Record<string, string>> };

/** What getModelAttribute answers. */
export type GetModelAttributeAnswer =
  | { status: 200; body: ModelAttrAssocResource; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 404; body: Problem; headers: Readonly<Record<string, string>> };

/** What getModelAttributes answers. */
export type GetModelAttributesAnswer =
  | { status: 200; body: ModelAttrAssocResources; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 404; body: Problem; headers: Readonly<Record<string, string>> };

/** What getModels answers. */
export type GetModelsAnswer =
  | { status: 200; body: ModelResources; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> };

/** What getRestrictions answers. */
export type GetRestrictionsAnswer =
  | { status: 200; body: RestrictionTypes; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> };

/** What importModel answers. */
export type ImportModelAnswer =
  | { status: 201; body: ModelResource; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 409; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 413; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 415; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 422; body: Problem; headers: Readonly<Record<string, string>> };

/** What judgeSubsetting answers. */
export type JudgeSubsettingAnswer =
  | { status: 200; body: SubsettingValidity; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 413; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 415; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 422; body: Problem; headers: Readonly<Record<string, string>> };

/** What unbindAttribute answers. */
export type UnbindAttributeAnswer =
  | { status: 204; body: undefined; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 404; body: Problem; headers: Readonly<Record<string, string>> };

/** What unbindFragment answers. */
export type UnbindFragmentAnswer =
  | { status: 204; body: undefined; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 404; body: Problem; headers: Readonly<Record<string, string>> };

/** What updateAccessGroup answers. */
export type UpdateAccessGroupAnswer =
  | { status: 200; body: AccessGroupResource; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 404; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 413; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 415; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 422; body: Problem; headers: Readonly<Record<string, string>> };

/** What updateAccessRight answers. */
export type UpdateAccessRightAnswer =
  | { status: 200; body: AccessRightResource; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 404; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 413; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 415; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 422; body: Problem; headers: Readonly<Record<string, string>> };

/** What updateAttribute answers. */
export type UpdateAttributeAnswer =
  | { status: 200; body: AttributeModelResource; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 404; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 413; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 415; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 422; body: Problem; headers: Readonly<Record<string, string>> };

/** What updateDataSource answers. */
export type UpdateDataSourceAnswer =
  | { status: 200; body: DataSourceResource; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 404; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 413; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 415; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 422; body: Problem; headers: Readonly<Record<string, string>> };

/** What updateDataset answers. */
export type UpdateDatasetAnswer =
  | { status: 200; body: DatasetResource; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 404; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 413; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 415; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 422; body: Problem; headers: Readonly<Record<string, string>> };

/** What updateFragment answers. */
export type UpdateFragmentAnswer =
  | { status: 200; body: FragmentResource; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 404; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 413; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 415; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 422; body: Problem; headers: Readonly<Record<string, string>> };

/** What updateModel answers. */
export type UpdateModelAnswer =
  | { status: 200; body: ModelResource; headers: Readonly<Record<string, string>> }
  | { status: 400; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 401; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 403; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 404; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 413; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 415; body: Problem; headers: Readonly<Record<string, string>> }
  | { status: 422; body: Problem; headers: Readonly<Record<string, string>> };
