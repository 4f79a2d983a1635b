/** A STAC item that pacts speak of: one property of its own, one of an extension. */
import type { StacItem } from 'regards/stac/item';

export const stacItem: StacItem = {
  type: 'Feature',
  id: 'SCENE_1',
  collection: 'scenes',
  geometry: { type: 'Point', coordinates: [1, 43] },
  properties: { datetime: '2026-01-02T03:04:05Z', 'eo:cloud_cover': 12.5 },
  assets: {},
  links: [],
};
