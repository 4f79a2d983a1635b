export { flowsOf } from './flows.ts';
export { siteFiles } from './site.ts';
export { writeSite } from './writing.ts';
