export { mockApplications, mockListener } from './mock.ts';
