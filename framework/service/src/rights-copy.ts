/** The rights of roles as they were last known, kept for a start while rs-admin is away. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { validators } from '@regards/generated/rs-admin/validators';
import type { RightsOfRole } from '@regards/generated/rs-admin/types';
import { writeWhole } from '@regards/settings';
import { limits } from './limits.ts';

export interface RightsCopy {
  /** What was kept of the project, unless it is too old. */
  read(tenant: string, now: Date): readonly RightsOfRole[] | undefined;
  /** Keeps what was known at `now`. */
  keep(tenant: string, rights: readonly RightsOfRole[], now: Date): Promise<void>;
}

/** Nothing is kept where an instance has no folder. */
export const withoutCopy: RightsCopy = { read: () => undefined, keep: async () => {} };

interface Kept {
  readonly at: number;
  readonly rights: readonly RightsOfRole[];
}

/** The copy of one service in its state folder; one that cannot be read is none. */
export async function openRightsCopy(folder: string | undefined, service: string): Promise<RightsCopy> {
  if (folder === undefined) return withoutCopy;
  const file = path.join(folder, `rights-${service}.json`);
  const all = new Map(Object.entries(await readKept(file)));
  let writing = Promise.resolve();
  const write = (): Promise<void> => writeWhole(file, JSON.stringify(Object.fromEntries(all)));
  return {
    read(tenant, now) {
      const kept = all.get(tenant);
      return kept && now.getTime() - kept.at < limits.rightsCopyMs ? kept.rights : undefined;
    },
    async keep(tenant, rights, now) {
      const before = all.get(tenant);
      const isSame = JSON.stringify(before?.rights) === JSON.stringify(rights);
      if (before && isSame && now.getTime() - before.at < limits.rightsCopyAgainMs) return;
      all.set(tenant, { at: now.getTime(), rights });
      writing = writing.catch(() => {}).then(write);
      await writing;
    },
  };
}

async function readKept(file: string): Promise<Record<string, Kept>> {
  try {
    const read: unknown = JSON.parse(await readFile(file, 'utf8'));
    return Object.fromEntries(
      Object.entries(read ?? {}).flatMap(([tenant, value]) => {
        const kept = keptOf(value);
        return kept ? [[tenant, kept]] : [];
      }),
    );
  } catch {
    return {};
  }
}

function keptOf(value: unknown): Kept | undefined {
  if (typeof value !== 'object' || value === null || !('at' in value) || !('rights' in value)) return undefined;
  const rights = validators.RightsOfRoles(value.rights);
  return rights.valid && typeof value.at === 'number' ? { at: value.at, rights: rights.value } : undefined;
}
