export { rsCatalog } from './rs-catalog.ts';
