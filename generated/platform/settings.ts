// Generated from contracts/*/settings.yaml — do not edit.
import type { SettingsContract } from '@regards/core';
import { rsAdminSettings } from '../rs-admin/settings.ts';
import { rsAdminInstanceSettings } from '../rs-admin-instance/settings.ts';
import { rsAuthenticationSettings } from '../rs-authentication/settings.ts';
import { rsCatalogSettings } from '../rs-catalog/settings.ts';
import { rsConfigSettings } from '../rs-config/settings.ts';
import { rsDamSettings } from '../rs-dam/settings.ts';
import { rsFemSettings } from '../rs-fem/settings.ts';
import { rsGatewaySettings } from '../rs-gateway/settings.ts';
import { rsRegistrySettings } from '../rs-registry/settings.ts';

/** What the settings of each service must keep, by the service's name. */
export const settingsContracts: Readonly<Record<string, SettingsContract<object>>> = {
  'rs-admin': rsAdminSettings,
  'rs-admin-instance': rsAdminInstanceSettings,
  'rs-authentication': rsAuthenticationSettings,
  'rs-catalog': rsCatalogSettings,
  'rs-config': rsConfigSettings,
  'rs-dam': rsDamSettings,
  'rs-fem': rsFemSettings,
  'rs-gateway': rsGatewaySettings,
  'rs-registry': rsRegistrySettings,
};
