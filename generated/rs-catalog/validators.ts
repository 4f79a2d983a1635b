// Generated from contracts/rs-catalog/schemas — do not edit.
import { validator } from '@regards/core';
import type { Validator } from '@regards/core';
import * as compiled from './compiled.js';
import type * as types from './types.ts';

/** One validator a schema: the value with its type, or the faults as sentences. */
export const validators = {
  IndexState: validator<types.IndexState>(compiled.IndexState) satisfies Validator<types.IndexState>,
  PluginConfiguration: validator<types.PluginConfiguration>(compiled.PluginConfiguration) satisfies Validator<types.PluginConfiguration>,
  PluginParameter: validator<types.PluginParameter>(compiled.PluginParameter) satisfies Validator<types.PluginParameter>,
  SearchEngineConfiguration: validator<types.SearchEngineConfiguration>(compiled.SearchEngineConfiguration) satisfies Validator<types.SearchEngineConfiguration>,
  StacCatalog: validator<types.StacCatalog>(compiled.StacCatalog) satisfies Validator<types.StacCatalog>,
  StacCollection: validator<types.StacCollection>(compiled.StacCollection) satisfies Validator<types.StacCollection>,
  StacCollections: validator<types.StacCollections>(compiled.StacCollections) satisfies Validator<types.StacCollections>,
  StacConformance: validator<types.StacConformance>(compiled.StacConformance) satisfies Validator<types.StacConformance>,
  StacContext: validator<types.StacContext>(compiled.StacContext) satisfies Validator<types.StacContext>,
  StacExtent: validator<types.StacExtent>(compiled.StacExtent) satisfies Validator<types.StacExtent>,
  StacFields: validator<types.StacFields>(compiled.StacFields) satisfies Validator<types.StacFields>,
  StacItem: validator<types.StacItem>(compiled.StacItem) satisfies Validator<types.StacItem>,
  StacItemCollection: validator<types.StacItemCollection>(compiled.StacItemCollection) satisfies Validator<types.StacItemCollection>,
  StacLink: validator<types.StacLink>(compiled.StacLink) satisfies Validator<types.StacLink>,
  StacSearchBody: validator<types.StacSearchBody>(compiled.StacSearchBody) satisfies Validator<types.StacSearchBody>,
  StacSortRule: validator<types.StacSortRule>(compiled.StacSortRule) satisfies Validator<types.StacSortRule>,
} as const;
