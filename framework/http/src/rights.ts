/** Who may call what: by the contract, or as a project has changed it. */
import { hasGivenRights, mayCall } from '@regards/core';
import type { Route } from '@regards/core';
import type { Rights } from './ports.ts';

/** What contracts grant: for whatever is outside of projects, where nobody can change it. */
export const contractRights: Rights = {
  of: ({ role }) => ({ may: (route) => mayCall(role, route.access) }),
};

/** What no project can give away: operations of the instance. */
export const isOutOfReach = (role: string, route: Route): boolean =>
  route.access === 'INSTANCE_ADMIN' && (hasGivenRights(role) || role === 'PROJECT_ADMIN');
