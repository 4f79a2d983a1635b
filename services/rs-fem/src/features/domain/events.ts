/** Changes of products in messages that are neither many nor large. */
import type { FeatureChange, FeaturesChangedEvent } from '@regards/generated/rs-fem/types';
import { featureText, productOf } from './product.ts';
import type { Change } from './product.ts';

/** As many as the contract takes. */
const mostChanges = 100;

/** Characters of the features of one message, unless a single one is larger. */
const mostCharacters = 256 * 1024;

/** The changes in their order. */
export function eventsOf(changes: readonly Change[]): FeaturesChangedEvent[] {
  const events: FeatureChange[][] = [];
  let size = 0;
  for (const change of changes) {
    const event = events.at(-1);
    const own = change.action === 'DELETED' ? 0 : featureText(change.product.feature).length;
    const told = { action: change.action, product: productOf(change) };
    size += own;
    if (event && event.length < mostChanges && size <= mostCharacters) event.push(told);
    else {
      events.push([told]);
      size = own;
    }
  }
  return events.map((event) => ({ changes: event }));
}
