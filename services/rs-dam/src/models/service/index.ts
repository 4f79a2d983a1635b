/** What the module of models offers: to its own operations, and to the modules that use models. */
import { associations } from './associations.ts';
import { attributes } from './attributes.ts';
import { fragments } from './fragments.ts';
import { importing } from './importing.ts';
import { modelHeads } from './models.ts';
import type { ModelPorts } from './ports.ts';

export const modelService = (ports: ModelPorts) => ({
  ...modelHeads(ports),
  ...importing(ports),
  attributes: attributes(ports),
  fragments: fragments(ports),
  associations: associations(ports),
});

export type ModelService = ReturnType<typeof modelService>;

export { valueFaults } from '../domain/value.ts';
export type { JsonJudge } from '../domain/value.ts';
export type { Association, KeptModel } from './ports.ts';
export { refuseFaults } from './refusals.ts';
