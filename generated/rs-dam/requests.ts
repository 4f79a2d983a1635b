// Generated from contracts/rs-dam/openapi.yaml — do not edit.
import type { RequestChecks } from '@regards/core';
import * as parameters from './compiled-parameters.js';
import * as bodies from './compiled-bodies.js';

/** What requests of rs-dam are held to, by operation. */
export const requests: RequestChecks = {
  getModels: {
    parameters: parameters.getModels,
    needsBody: false,
    bodies: {},
  },
  createModel: {
    needsBody: true,
    bodies: { 'application/json': bodies.Model },
  },
  importModel: {
    needsBody: true,
    bodies: {},
  },
  getAssociations: {
    parameters: parameters.getAssociations,
    needsBody: false,
    bodies: {},
  },
  getAttributes: {
    parameters: parameters.getAttributes,
    needsBody: false,
    bodies: {},
  },
  createAttribute: {
    needsBody: true,
    bodies: { 'application/json': bodies.AttributeModel },
  },
  getAttributeTypes: {
    needsBody: false,
    bodies: {},
  },
  getRestrictions: {
    parameters: parameters.getRestrictions,
    needsBody: false,
    bodies: {},
  },
  getAttribute: {
    parameters: parameters.getAttribute,
    needsBody: false,
    bodies: {},
  },
  updateAttribute: {
    parameters: parameters.updateAttribute,
    needsBody: true,
    bodies: { 'application/json': bodies.AttributeModel },
  },
  deleteAttribute: {
    parameters: parameters.deleteAttribute,
    needsBody: false,
    bodies: {},
  },
  getFragments: {
    needsBody: false,
    bodies: {},
  },
  createFragment: {
    needsBody: true,
    bodies: { 'application/json': bodies.Fragment },
  },
  getFragment: {
    parameters: parameters.getFragment,
    needsBody: false,
    bodies: {},
  },
  updateFragment: {
    parameters: parameters.updateFragment,
    needsBody: true,
    bodies: { 'application/json': bodies.Fragment },
  },
  deleteFragment: {
    parameters: parameters.deleteFragment,
    needsBody: false,
    bodies: {},
  },
  getModel: {
    parameters: parameters.getModel,
    needsBody: false,
    bodies: {},
  },
  updateModel: {
    parameters: parameters.updateModel,
    needsBody: true,
    bodies: { 'application/json': bodies.Model },
  },
  deleteModel: {
    parameters: parameters.deleteModel,
    needsBody: false,
    bodies: {},
  },
  exportModel: {
    parameters: parameters.exportModel,
    needsBody: false,
    bodies: {},
  },
  getModelAttributes: {
    parameters: parameters.getModelAttributes,
    needsBody: false,
    bodies: {},
  },
  bindAttribute: {
    parameters: parameters.bindAttribute,
    needsBody: true,
    bodies: { 'application/json': bodies.ModelAttrAssoc },
  },
  bindFragment: {
    parameters: parameters.bindFragment,
    needsBody: true,
    bodies: { 'application/json': bodies.Fragment },
  },
  unbindFragment: {
    parameters: parameters.unbindFragment,
    needsBody: false,
    bodies: {},
  },
  getModelAttribute: {
    parameters: parameters.getModelAttribute,
    needsBody: false,
    bodies: {},
  },
  unbindAttribute: {
    parameters: parameters.unbindAttribute,
    needsBody: false,
    bodies: {},
  },
  getDataSources: {
    needsBody: false,
    bodies: {},
  },
  createDataSource: {
    needsBody: true,
    bodies: { 'application/json': bodies.DataSource },
  },
  getDataSource: {
    parameters: parameters.getDataSource,
    needsBody: false,
    bodies: {},
  },
  updateDataSource: {
    parameters: parameters.updateDataSource,
    needsBody: true,
    bodies: { 'application/json': bodies.DataSource },
  },
  deleteDataSource: {
    parameters: parameters.deleteDataSource,
    needsBody: false,
    bodies: {},
  },
  getDatasets: {
    parameters: parameters.getDatasets,
    needsBody: false,
    bodies: {},
  },
  createDataset: {
    needsBody: true,
    bodies: { 'application/json': bodies.DatasetDraft },
  },
  judgeSubsetting: {
    needsBody: true,
    bodies: { 'application/json': bodies.SubsettingQuery },
  },
  getDatasetByUrn: {
    parameters: parameters.getDatasetByUrn,
    needsBody: false,
    bodies: {},
  },
  getDataset: {
    parameters: parameters.getDataset,
    needsBody: false,
    bodies: {},
  },
  updateDataset: {
    parameters: parameters.updateDataset,
    needsBody: true,
    bodies: { 'application/json': bodies.DatasetDraft },
  },
  deleteDataset: {
    parameters: parameters.deleteDataset,
    needsBody: false,
    bodies: {},
  },
  getAccessGroups: {
    parameters: parameters.getAccessGroups,
    needsBody: false,
    bodies: {},
  },
  createAccessGroup: {
    needsBody: true,
    bodies: { 'application/json': bodies.AccessGroup },
  },
  getAccessGroup: {
    parameters: parameters.getAccessGroup,
    needsBody: false,
    bodies: {},
  },
  updateAccessGroup: {
    parameters: parameters.updateAccessGroup,
    needsBody: true,
    bodies: { 'application/json': bodies.AccessGroup },
  },
  deleteAccessGroup: {
    parameters: parameters.deleteAccessGroup,
    needsBody: false,
    bodies: {},
  },
  getAccessRights: {
    parameters: parameters.getAccessRights,
    needsBody: false,
    bodies: {},
  },
  createAccessRight: {
    needsBody: true,
    bodies: { 'application/json': bodies.AccessRightDraft },
  },
  getAccessRightOf: {
    parameters: parameters.getAccessRightOf,
    needsBody: false,
    bodies: {},
  },
  getAccessRight: {
    parameters: parameters.getAccessRight,
    needsBody: false,
    bodies: {},
  },
  updateAccessRight: {
    parameters: parameters.updateAccessRight,
    needsBody: true,
    bodies: { 'application/json': bodies.AccessRightDraft },
  },
  deleteAccessRight: {
    parameters: parameters.deleteAccessRight,
    needsBody: false,
    bodies: {},
  },
  getCatalogueRules: {
    parameters: parameters.getCatalogueRules,
    needsBody: false,
    bodies: {},
  },
};
