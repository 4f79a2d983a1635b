// Generated from contracts/rs-fem/openapi.yaml — do not edit.
import type { RequestChecks } from '@regards/core';
import * as parameters from './compiled-parameters.js';
import * as bodies from './compiled-bodies.js';

/** What requests of rs-fem are held to, by operation. */
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
  createFeatures: {
    needsBody: true,
    bodies: { 'application/geo+json': bodies.FeatureCreationCollection },
  },
  updateFeatures: {
    needsBody: true,
    bodies: { 'application/geo+json': bodies.FeatureUpdateCollection },
  },
  deleteFeatures: {
    needsBody: true,
    bodies: { 'application/geo+json': bodies.FeatureDeletionCollection },
  },
  searchFeatures: {
    parameters: parameters.searchFeatures,
    needsBody: true,
    bodies: { 'application/json': bodies.SearchFeatureSimpleEntityParameters },
  },
  getFeature: {
    parameters: parameters.getFeature,
    needsBody: false,
    bodies: {},
  },
  searchRequests: {
    parameters: parameters.searchRequests,
    needsBody: true,
    bodies: { 'application/json': bodies.SearchFeatureRequestParameters },
  },
  deleteRequests: {
    parameters: parameters.deleteRequests,
    needsBody: true,
    bodies: { 'application/json': bodies.SearchFeatureRequestParameters },
  },
  retryRequests: {
    parameters: parameters.retryRequests,
    needsBody: true,
    bodies: { 'application/json': bodies.SearchFeatureRequestParameters },
  },
  getProducts: {
    parameters: parameters.getProducts,
    needsBody: false,
    bodies: {},
  },
};
