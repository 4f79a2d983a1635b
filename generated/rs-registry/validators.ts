// Generated from contracts/rs-registry/schemas — do not edit.
import { validator } from '@regards/core';
import * as compiled from './compiled.js';
import type * as types from './types.ts';

/** One validator a schema: the value with its type, or the faults as sentences. */
export const validators = {
  Application: validator<types.Application>(compiled.Application),
  ApplicationAnswer: validator<types.ApplicationAnswer>(compiled.ApplicationAnswer),
  Applications: validator<types.Applications>(compiled.Applications),
  ApplicationsAnswer: validator<types.ApplicationsAnswer>(compiled.ApplicationsAnswer),
  Instance: validator<types.Instance>(compiled.Instance),
  InstanceAnswer: validator<types.InstanceAnswer>(compiled.InstanceAnswer),
  InstanceStatus: validator<types.InstanceStatus>(compiled.InstanceStatus),
  LeaseInfo: validator<types.LeaseInfo>(compiled.LeaseInfo),
  Port: validator<types.Port>(compiled.Port),
  Registration: validator<types.Registration>(compiled.Registration),
  Xml: validator<types.Xml>(compiled.Xml),
} as const;
