/** Changes of products in messages that are neither many nor large. */
import { runsOf } from '@regards/core';
import type { FeaturesChangedEvent } from '@regards/generated/rs-fem/types';
import { featureText, productOf } from './product.ts';
import type { Change } from './product.ts';

/** As many as the contract takes, and so many characters of features. */
const most = { count: 100, size: 256 * 1024 };

/** The changes in their order. */
export const eventsOf = (changes: readonly Change[]): FeaturesChangedEvent[] =>
  runsOf(changes, sizeOf, most).map((run) => ({
    changes: run.map((one) => ({ action: one.action, product: productOf(one) })),
  }));

const sizeOf = ({ action, product }: Change): number =>
  action === 'DELETED' ? 0 : featureText(product.feature).length;
