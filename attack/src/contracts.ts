/** The contracts of the platform: whatever they offer is attacked. */
import type { Routes } from '@regards/core';
import { routes as admin } from '@regards/generated/rs-admin/routes';
import { routes as adminInstance } from '@regards/generated/rs-admin-instance/routes';
import { routes as authentication } from '@regards/generated/rs-authentication/routes';
import { routes as catalog } from '@regards/generated/rs-catalog/routes';
import { routes as dam } from '@regards/generated/rs-dam/routes';
import { routes as fem } from '@regards/generated/rs-fem/routes';

export const contracts: Readonly<Record<string, Routes>> = {
  'rs-admin': admin,
  'rs-admin-instance': adminInstance,
  'rs-authentication': authentication,
  'rs-catalog': catalog,
  'rs-dam': dam,
  'rs-fem': fem,
};

/** Every operation with the service that has it. */
export const operations = Object.entries(contracts).flatMap(([service, routes]) =>
  Object.values(routes).map((route) => ({ service, route })),
);
