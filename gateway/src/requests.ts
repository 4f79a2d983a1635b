/** What requests are held to, of the services of which the gateway knows the contract. */
import type { RequestChecks } from '@regards/core';
import { requests as admin } from '@regards/generated/rs-admin/requests';
import { requests as adminInstance } from '@regards/generated/rs-admin-instance/requests';
import { requests as authentication } from '@regards/generated/rs-authentication/requests';
import { requests as catalog } from '@regards/generated/rs-catalog/requests';
import { requests as dam } from '@regards/generated/rs-dam/requests';
import { requests as fem } from '@regards/generated/rs-fem/requests';

export const requests: Readonly<Record<string, RequestChecks>> = {
  'rs-admin': admin,
  'rs-admin-instance': adminInstance,
  'rs-authentication': authentication,
  'rs-catalog': catalog,
  'rs-dam': dam,
  'rs-fem': fem,
};
