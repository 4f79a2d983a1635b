/** What the module of access offers. */
import { groupService } from './groups.ts';
import type { AccessPorts } from './ports.ts';
import { rightService } from './rights.ts';

export const accessService = (ports: AccessPorts) => ({ groups: groupService(ports), rights: rightService(ports) });

export type AccessService = ReturnType<typeof accessService>;

export type { KeptRight } from './ports.ts';
export { rightsOnDatasets } from './rights.ts';
