/** Whatever changes in rs-dam, the rules are read again: one reading answers any number of messages. */
import type { UnitOfWork } from '@regards/core';
import type { RsCatalogSubscriptions } from '@regards/generated/rs-catalog/messages';
import type { IndexService } from './service.ts';

type RuleSubscriptions = Pick<
  RsCatalogSubscriptions,
  'broadcastEntity' | 'accessRight' | 'publicAccessGroup' | 'broadcastPluginConf' | 'modelChange'
>;

export function ruleSubscriptions(index: Pick<IndexService, 'plan'>, wake: () => void): RuleSubscriptions {
  const plan = async (_batch: unknown, unit: UnitOfWork): Promise<void> => {
    await index.plan(unit, 'rules');
    wake();
  };
  return {
    broadcastEntity: plan,
    accessRight: plan,
    publicAccessGroup: plan,
    broadcastPluginConf: plan,
    modelChange: plan,
  };
}
