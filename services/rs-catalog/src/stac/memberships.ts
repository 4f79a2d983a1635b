/** The access groups of callers, asked of rs-admin and remembered for a short while. */
import type { Clock } from '@regards/core';
import { asService } from '@regards/core';
import type { RsAdminClient } from '@regards/generated/rs-admin/client';
import type { Memberships } from './service.ts';

/** So long may a group that was taken away still show products. */
const rememberedMs = 5_000;

/** More callers than are at work within that time. */
const mostRemembered = 10_000;

export function adminMemberships(admin: RsAdminClient, clock: Clock): Memberships {
  const known = new Map<string, { groups: readonly string[]; until: number }>();
  return {
    async groupsOf(context, caller) {
      if (caller.role === 'PUBLIC') return [];
      const key = `${context.tenant} ${caller.login}`;
      const now = clock.now().getTime();
      const found = known.get(key);
      if (found && found.until > now) return found.groups;
      const answer = await admin.getUserByEmail(asService(context), { email: caller.login });
      const groups = answer.status === 200 ? answer.body.content.accessGroups : [];
      if (known.size >= mostRemembered) known.clear();
      known.set(key, { groups, until: now + rememberedMs });
      return groups;
    },
  };
}
