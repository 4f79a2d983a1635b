// Generated from contracts/rs-admin-instance/openapi.yaml — do not edit.
import type { RequestChecks } from '@regards/core';
import * as parameters from './compiled-parameters.js';
import * as bodies from './compiled-bodies.js';

/** What requests of rs-admin-instance are held to, by operation. */
export const requests: RequestChecks = {
  getProjects: {
    parameters: parameters.getProjects,
    needsBody: false,
    bodies: {},
  },
  createProject: {
    needsBody: true,
    bodies: { 'application/json': bodies.ProjectDescription },
  },
  getPublicProjects: {
    parameters: parameters.getPublicProjects,
    needsBody: false,
    bodies: {},
  },
  getProject: {
    parameters: parameters.getProject,
    needsBody: false,
    bodies: {},
  },
  updateProject: {
    parameters: parameters.updateProject,
    needsBody: true,
    bodies: { 'application/json': bodies.ProjectDescription },
  },
  deleteProject: {
    parameters: parameters.deleteProject,
    needsBody: false,
    bodies: {},
  },
  getTenants: {
    needsBody: false,
    bodies: {},
  },
  getMicroserviceTenants: {
    parameters: parameters.getMicroserviceTenants,
    needsBody: false,
    bodies: {},
  },
  getAccounts: {
    parameters: parameters.getAccounts,
    needsBody: false,
    bodies: {},
  },
  createAccount: {
    needsBody: true,
    bodies: { 'application/json': bodies.AccountNPassword },
  },
  getPasswordRules: {
    needsBody: false,
    bodies: {},
  },
  checkPassword: {
    needsBody: true,
    bodies: { 'application/json': bodies.Password },
  },
  getAccountByEmail: {
    parameters: parameters.getAccountByEmail,
    needsBody: false,
    bodies: {},
  },
  getAccount: {
    parameters: parameters.getAccount,
    needsBody: false,
    bodies: {},
  },
  linkAccount: {
    parameters: parameters.linkAccount,
    needsBody: false,
    bodies: {},
  },
  unlinkAccount: {
    parameters: parameters.unlinkAccount,
    needsBody: false,
    bodies: {},
  },
  validateAccountPassword: {
    parameters: parameters.validateAccountPassword,
    needsBody: false,
    bodies: {},
  },
  authenticateAccount: {
    parameters: parameters.authenticateAccount,
    needsBody: true,
    bodies: { 'application/json': bodies.Password },
  },
  getRevocations: {
    parameters: parameters.getRevocations,
    needsBody: false,
    bodies: {},
  },
  createRevocation: {
    needsBody: true,
    bodies: { 'application/json': bodies.RevocationRequest },
  },
};
