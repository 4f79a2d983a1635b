// Generated from contracts/rs-fem/schemas — do not edit.
import { validator } from '@regards/core';
import * as compiled from './compiled.js';
import type * as types from './types.ts';

/** One validator a schema: the value with its type, or the faults as sentences. */
export const validators = {
  DisseminationAckEvent: validator<types.DisseminationAckEvent>(compiled.DisseminationAckEvent),
  EntityType: validator<types.EntityType>(compiled.EntityType),
  Feature: validator<types.Feature>(compiled.Feature),
  FeatureChange: validator<types.FeatureChange>(compiled.FeatureChange),
  FeatureCreation: validator<types.FeatureCreation>(compiled.FeatureCreation),
  FeatureCreationCollection: validator<types.FeatureCreationCollection>(compiled.FeatureCreationCollection),
  FeatureCreationRequestEvent: validator<types.FeatureCreationRequestEvent>(compiled.FeatureCreationRequestEvent),
  FeatureCreationSessionMetadata: validator<types.FeatureCreationSessionMetadata>(
    compiled.FeatureCreationSessionMetadata,
  ),
  FeatureDeletionCollection: validator<types.FeatureDeletionCollection>(compiled.FeatureDeletionCollection),
  FeatureDeletionRequestEvent: validator<types.FeatureDeletionRequestEvent>(compiled.FeatureDeletionRequestEvent),
  FeatureDisseminationInfoDto: validator<types.FeatureDisseminationInfoDto>(compiled.FeatureDisseminationInfoDto),
  FeatureEntityDto: validator<types.FeatureEntityDto>(compiled.FeatureEntityDto),
  FeatureEvent: validator<types.FeatureEvent>(compiled.FeatureEvent),
  FeatureFile: validator<types.FeatureFile>(compiled.FeatureFile),
  FeatureFileAttributes: validator<types.FeatureFileAttributes>(compiled.FeatureFileAttributes),
  FeatureFileLocation: validator<types.FeatureFileLocation>(compiled.FeatureFileLocation),
  FeatureGeometry: validator<types.FeatureGeometry>(compiled.FeatureGeometry),
  FeatureHistory: validator<types.FeatureHistory>(compiled.FeatureHistory),
  FeatureMetadata: validator<types.FeatureMetadata>(compiled.FeatureMetadata),
  FeatureNotificationRequestEvent: validator<types.FeatureNotificationRequestEvent>(
    compiled.FeatureNotificationRequestEvent,
  ),
  FeaturePatch: validator<types.FeaturePatch>(compiled.FeaturePatch),
  FeatureRequestDto: validator<types.FeatureRequestDto>(compiled.FeatureRequestDto),
  FeatureRequestEvent: validator<types.FeatureRequestEvent>(compiled.FeatureRequestEvent),
  FeatureRequestHeaders: validator<types.FeatureRequestHeaders>(compiled.FeatureRequestHeaders),
  FeatureRequestKind: validator<types.FeatureRequestKind>(compiled.FeatureRequestKind),
  FeatureRequestState: validator<types.FeatureRequestState>(compiled.FeatureRequestState),
  FeatureRequestStep: validator<types.FeatureRequestStep>(compiled.FeatureRequestStep),
  FeatureRequestType: validator<types.FeatureRequestType>(compiled.FeatureRequestType),
  FeatureUpdateCollection: validator<types.FeatureUpdateCollection>(compiled.FeatureUpdateCollection),
  FeatureUpdateRequestEvent: validator<types.FeatureUpdateRequestEvent>(compiled.FeatureUpdateRequestEvent),
  FeatureUpdateRequestHeaders: validator<types.FeatureUpdateRequestHeaders>(compiled.FeatureUpdateRequestHeaders),
  FeaturesChangedEvent: validator<types.FeaturesChangedEvent>(compiled.FeaturesChangedEvent),
  IdentifiersRestriction: validator<types.IdentifiersRestriction>(compiled.IdentifiersRestriction),
  Product: validator<types.Product>(compiled.Product),
  ProductFeed: validator<types.ProductFeed>(compiled.ProductFeed),
  RequestHandledResponse: validator<types.RequestHandledResponse>(compiled.RequestHandledResponse),
  RequestInfo: validator<types.RequestInfo>(compiled.RequestInfo),
  RequestsInfo: validator<types.RequestsInfo>(compiled.RequestsInfo),
  RequestsRefused: validator<types.RequestsRefused>(compiled.RequestsRefused),
  SearchFeatureRequestParameters: validator<types.SearchFeatureRequestParameters>(
    compiled.SearchFeatureRequestParameters,
  ),
  SearchFeatureSimpleEntityParameters: validator<types.SearchFeatureSimpleEntityParameters>(
    compiled.SearchFeatureSimpleEntityParameters,
  ),
  StatesRestriction: validator<types.StatesRestriction>(compiled.StatesRestriction),
  StepsRestriction: validator<types.StepsRestriction>(compiled.StepsRestriction),
  StorageMetadata: validator<types.StorageMetadata>(compiled.StorageMetadata),
} as const;
