/** What answers are held to, of services whose contract is known here; loaded only where a setting asks for it. */
import type { AnswerChecks } from '@regards/core';
import { answers as admin } from '@regards/generated/rs-admin/answers';
import { answers as adminInstance } from '@regards/generated/rs-admin-instance/answers';
import { answers as authentication } from '@regards/generated/rs-authentication/answers';
import { answers as catalog } from '@regards/generated/rs-catalog/answers';
import { answers as dam } from '@regards/generated/rs-dam/answers';
import { answers as fem } from '@regards/generated/rs-fem/answers';

export const answers: Readonly<Record<string, AnswerChecks>> = {
  'rs-admin': admin,
  'rs-admin-instance': adminInstance,
  'rs-authentication': authentication,
  'rs-catalog': catalog,
  'rs-dam': dam,
  'rs-fem': fem,
};
