// Generated from contracts/rs-registry/schemas — do not edit.
import { validator } from '@regards/core';
import type { Validator } from '@regards/core';
import * as compiled from './compiled.js';
import type * as types from './types.ts';

/** One validator a schema: the value with its type, or the faults as sentences. */
export const validators = {
  Application: validator<types.Application>(compiled.Application) satisfies Validator<types.Application>,
  ApplicationAnswer: validator<types.ApplicationAnswer>(compiled.ApplicationAnswer) satisfies Validator<types.ApplicationAnswer>,
  Applications: validator<types.Applications>(compiled.Applications) satisfies Validator<types.Applications>,
  ApplicationsAnswer: validator<types.ApplicationsAnswer>(compiled.ApplicationsAnswer) satisfies Validator<types.ApplicationsAnswer>,
  Instance: validator<types.Instance>(compiled.Instance) satisfies Validator<types.Instance>,
  InstanceAnswer: validator<types.InstanceAnswer>(compiled.InstanceAnswer) satisfies Validator<types.InstanceAnswer>,
  InstanceStatus: validator<types.InstanceStatus>(compiled.InstanceStatus) satisfies Validator<types.InstanceStatus>,
  LeaseInfo: validator<types.LeaseInfo>(compiled.LeaseInfo) satisfies Validator<types.LeaseInfo>,
  Port: validator<types.Port>(compiled.Port) satisfies Validator<types.Port>,
  Registration: validator<types.Registration>(compiled.Registration) satisfies Validator<types.Registration>,
} as const;
