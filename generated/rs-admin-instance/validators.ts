// Generated from contracts/rs-admin-instance/schemas — do not edit.
import { validator } from '@regards/core';
import * as compiled from './compiled.js';
import type * as types from './types.ts';

/** One validator a schema: the value with its type, or the faults as sentences. */
export const validators = {
  Account: validator<types.Account>(compiled.Account),
  AccountAuthentication: validator<types.AccountAuthentication>(compiled.AccountAuthentication),
  AccountNPassword: validator<types.AccountNPassword>(compiled.AccountNPassword),
  AccountStatus: validator<types.AccountStatus>(compiled.AccountStatus),
  NewAccount: validator<types.NewAccount>(compiled.NewAccount),
  Password: validator<types.Password>(compiled.Password),
  PasswordRules: validator<types.PasswordRules>(compiled.PasswordRules),
  PasswordVerdict: validator<types.PasswordVerdict>(compiled.PasswordVerdict),
  Project: validator<types.Project>(compiled.Project),
  ProjectDescription: validator<types.ProjectDescription>(compiled.ProjectDescription),
  Revocation: validator<types.Revocation>(compiled.Revocation),
  RevocationList: validator<types.RevocationList>(compiled.RevocationList),
  RevocationRequest: validator<types.RevocationRequest>(compiled.RevocationRequest),
  TenantEvent: validator<types.TenantEvent>(compiled.TenantEvent),
  TenantNames: validator<types.TenantNames>(compiled.TenantNames),
  Validity: validator<types.Validity>(compiled.Validity),
} as const;
