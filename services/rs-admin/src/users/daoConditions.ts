/** Filters on users as SQL conditions. */
import { Conditions } from '@regards/db';
import type { SearchProjectUserParameters } from '@regards/generated/rs-admin/types';

/** The conditions that a search makes. */
export function userConditions(search: SearchProjectUserParameters): Conditions {
  const anyCase = { ignoreCase: true };
  const conditions = new Conditions()
    .containing('email', search.email, anyCase)
    .containing('first_name', search.firstName, anyCase)
    .containing('last_name', search.lastName, anyCase)
    .among('status', search.status)
    .among('origin', search.origins)
    .among('role', search.roles)
    .amongAny('access_groups', search.accessGroups)
    .between('created', search.creationDate)
    .between('last_connection', search.lastConnection);
  const left = search.quotaWarningCount;
  if (left == null) return conditions;
  return conditions.add(`max_quota > -1 and max_quota - current_quota <= ${conditions.parameter(left)}::bigint`);
}
