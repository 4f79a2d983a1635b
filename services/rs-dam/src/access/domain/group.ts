/** Groups of users (rs-dam §4.1). */

export interface Group {
  readonly name: string;
  /** Whether everyone belongs to it. */
  readonly isPublic: boolean;
  /** Whether the platform itself made it, and nobody deletes it. */
  readonly isInternal: boolean;
}

/** The group that is there in each project and everyone belongs to. */
export const publicGroup: Group = { name: 'Public', isPublic: true, isInternal: true };

/** Sentences on what is wrong with a group's name, none when nothing is. */
export function groupNameFaults(name: string): string[] {
  const good = /^[a-zA-Z_][0-9a-zA-Z_]{2,31}$/.test(name);
  return good
    ? []
    : [`name: "${name.slice(0, 40)}" is none of 3 to 32 letters, digits and _ that begins with no digit.`];
}
