/** What rs-dam tells of models: every instance reads them again. */
import type { RsFemSubscriptions } from '@regards/generated/rs-fem/messages';
import type { ModelService } from './service.ts';

type ModelSubscriptions = Pick<RsFemSubscriptions, 'modelChange' | 'attributeCacheRefresh'>;

export const modelSubscriptions = (models: Pick<ModelService, 'forget'>): ModelSubscriptions => ({
  modelChange: async ({ tenant }) => models.forget(tenant),
  attributeCacheRefresh: async ({ tenant }) => models.forget(tenant),
});
