// Generated from contracts/rs-catalog/openapi.yaml — do not edit.
import type { RequestChecks } from '@regards/core';
import * as parameters from './compiled-parameters.js';
import * as bodies from './compiled-bodies.js';

/** What requests of rs-catalog are held to, by operation. */
export const requests: RequestChecks = {
  getJobs: {
    parameters: parameters.getJobs,
    needsBody: false,
    bodies: {},
  },
  getJob: {
    parameters: parameters.getJob,
    needsBody: false,
    bodies: {},
  },
  stopJob: {
    parameters: parameters.stopJob,
    needsBody: false,
    bodies: {},
  },
  retryJob: {
    parameters: parameters.retryJob,
    needsBody: false,
    bodies: {},
  },
  getDeadLetterQueues: {
    needsBody: false,
    bodies: {},
  },
  getDeadLetters: {
    parameters: parameters.getDeadLetters,
    needsBody: false,
    bodies: {},
  },
  replayDeadLetters: {
    parameters: parameters.replayDeadLetters,
    needsBody: true,
    bodies: { 'application/json': bodies.DeadLetterReplay },
  },
  getDeadLetter: {
    parameters: parameters.getDeadLetter,
    needsBody: false,
    bodies: {},
  },
  getLandingPage: {
    needsBody: false,
    bodies: {},
  },
  getConformance: {
    needsBody: false,
    bodies: {},
  },
  getCollections: {
    parameters: parameters.getCollections,
    needsBody: false,
    bodies: {},
  },
  getCollection: {
    parameters: parameters.getCollection,
    needsBody: false,
    bodies: {},
  },
  getItems: {
    parameters: parameters.getItems,
    needsBody: false,
    bodies: {},
  },
  getItem: {
    parameters: parameters.getItem,
    needsBody: false,
    bodies: {},
  },
  getQueryables: {
    needsBody: false,
    bodies: {},
  },
  getCollectionQueryables: {
    parameters: parameters.getCollectionQueryables,
    needsBody: false,
    bodies: {},
  },
  searchItemsByQuery: {
    parameters: parameters.searchItemsByQuery,
    needsBody: false,
    bodies: {},
  },
  searchItems: {
    needsBody: true,
    bodies: { 'application/json': bodies.StacSearchBody },
  },
  getSearchEngineConfigurations: {
    parameters: parameters.getSearchEngineConfigurations,
    needsBody: false,
    bodies: {},
  },
  createSearchEngineConfiguration: {
    needsBody: true,
    bodies: { 'application/json': bodies.SearchEngineConfiguration },
  },
  getSearchEngineConfiguration: {
    parameters: parameters.getSearchEngineConfiguration,
    needsBody: false,
    bodies: {},
  },
  updateSearchEngineConfiguration: {
    parameters: parameters.updateSearchEngineConfiguration,
    needsBody: true,
    bodies: { 'application/json': bodies.SearchEngineConfiguration },
  },
  deleteSearchEngineConfiguration: {
    parameters: parameters.deleteSearchEngineConfiguration,
    needsBody: false,
    bodies: {},
  },
  getIndexState: {
    needsBody: false,
    bodies: {},
  },
  rebuildIndex: {
    needsBody: false,
    bodies: {},
  },
};
