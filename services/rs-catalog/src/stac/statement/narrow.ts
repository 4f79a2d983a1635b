/** Whether a search asks for a small place: what lies there is found by its place, and sorted then. */
import { boxAround } from '../../products/domain/extent.ts';
import type { ItemSearch } from '../domain/search.ts';

/** Square degrees, a hundredth of all. */
const narrow = 648;

/** Whether few products can match, so that no index over the order is worth looking into. */
export function isNarrow({ ids, boxes, intersects }: Pick<ItemSearch, 'ids' | 'boxes' | 'intersects'>): boolean {
  const around = intersects && boxAround(intersects);
  const places = boxes ?? (around ? [around] : undefined);
  const area = places?.reduce((sum, [west, south, east, north]) => sum + (east - west) * (north - south), 0);
  return ids !== undefined || (area !== undefined && area <= narrow);
}
