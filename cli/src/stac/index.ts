export { prepareCollection } from './catalogue.ts';
export type { Prepared } from './catalogue.ts';
export { featureOf } from './feature.ts';
export { itemsOf } from './item.ts';
export type { StacItem } from './item.ts';
