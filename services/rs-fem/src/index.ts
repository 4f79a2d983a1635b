export { rsFem } from './rs-fem.ts';
