// Generated from contracts/rs-admin-instance/schemas — do not edit.
import { validator } from '@regards/core';
import type { Validator } from '@regards/core';
import * as compiled from './compiled.js';
import type * as types from './types.ts';

/** One validator a schema: the value with its type, or the faults as sentences. */
export const validators = {
  Account: validator<types.Account>(compiled.Account) satisfies Validator<types.Account>,
  AccountAuthentication: validator<types.AccountAuthentication>(compiled.AccountAuthentication) satisfies Validator<types.AccountAuthentication>,
  AccountNPassword: validator<types.AccountNPassword>(compiled.AccountNPassword) satisfies Validator<types.AccountNPassword>,
  AccountStatus: validator<types.AccountStatus>(compiled.AccountStatus) satisfies Validator<types.AccountStatus>,
  NewAccount: validator<types.NewAccount>(compiled.NewAccount) satisfies Validator<types.NewAccount>,
  Password: validator<types.Password>(compiled.Password) satisfies Validator<types.Password>,
  PasswordRules: validator<types.PasswordRules>(compiled.PasswordRules) satisfies Validator<types.PasswordRules>,
  PasswordVerdict: validator<types.PasswordVerdict>(compiled.PasswordVerdict) satisfies Validator<types.PasswordVerdict>,
  Project: validator<types.Project>(compiled.Project) satisfies Validator<types.Project>,
  ProjectDescription: validator<types.ProjectDescription>(compiled.ProjectDescription) satisfies Validator<types.ProjectDescription>,
  TenantEvent: validator<types.TenantEvent>(compiled.TenantEvent) satisfies Validator<types.TenantEvent>,
  TenantNames: validator<types.TenantNames>(compiled.TenantNames) satisfies Validator<types.TenantNames>,
  Validity: validator<types.Validity>(compiled.Validity) satisfies Validator<types.Validity>,
} as const;
