// Generated from contracts/rs-catalog/schemas — do not edit.
import { validator } from '@regards/core';
import * as compiled from './compiled.js';
import type * as types from './types.ts';

/** One validator a schema: the value with its type, or the faults as sentences. */
export const validators = {
  IndexState: validator<types.IndexState>(compiled.IndexState),
  PluginConfiguration: validator<types.PluginConfiguration>(compiled.PluginConfiguration),
  PluginParameter: validator<types.PluginParameter>(compiled.PluginParameter),
  SearchEngineConfiguration: validator<types.SearchEngineConfiguration>(compiled.SearchEngineConfiguration),
  StacAsset: validator<types.StacAsset>(compiled.StacAsset),
  StacCatalog: validator<types.StacCatalog>(compiled.StacCatalog),
  StacCollection: validator<types.StacCollection>(compiled.StacCollection),
  StacCollections: validator<types.StacCollections>(compiled.StacCollections),
  StacConformance: validator<types.StacConformance>(compiled.StacConformance),
  StacContext: validator<types.StacContext>(compiled.StacContext),
  StacExtent: validator<types.StacExtent>(compiled.StacExtent),
  StacFields: validator<types.StacFields>(compiled.StacFields),
  StacItem: validator<types.StacItem>(compiled.StacItem),
  StacItemCollection: validator<types.StacItemCollection>(compiled.StacItemCollection),
  StacItemProperties: validator<types.StacItemProperties>(compiled.StacItemProperties),
  StacLink: validator<types.StacLink>(compiled.StacLink),
  StacQueryables: validator<types.StacQueryables>(compiled.StacQueryables),
  StacSearchBody: validator<types.StacSearchBody>(compiled.StacSearchBody),
  StacSortRule: validator<types.StacSortRule>(compiled.StacSortRule),
} as const;
