/** What a project keeps of a person, and what may be asked of it. */
import { accessDenied, entityInvalid, instant, operationForbidden, refusal, type Refusal } from '@regards/core';
import type {
  AccessRequestDto,
  MetaData,
  ProjectUser,
  ProjectUserChanges,
  Role,
  UserStatus,
} from '@regards/generated/rs-admin/types';

/** The group that everyone is in. */
export const publicGroup = 'Public';

/** REGARDS's name for this platform as the one who vouches for a person. */
export const internalOrigin = 'Regards';

/** No limit on what is downloaded. */
export const unlimited = -1;

/** A person as kept; the role by name. */
export type KeptUser = Omit<ProjectUser, 'id' | 'role' | 'created' | 'lastUpdate' | 'lastConnection'> & {
  readonly id: number;
  readonly role: string;
  readonly created: Date;
  readonly lastUpdate: Date;
  readonly lastConnection?: Date | undefined;
};

export type UserContent = Pick<KeptUser, 'role' | 'accessGroups' | 'maxQuota' | 'metadata'>;

export type UserToKeep = UserContent & Pick<KeptUser, 'email' | 'firstName' | 'lastName' | 'origin' | 'status'>;

const longestEmail = 128;

/** One @ between two parts without spaces; nothing that PostgreSQL cannot keep. */
export const isEmail = (text: string): boolean =>
  text.length <= longestEmail && /^[^\s@\p{Cc}]+@[^\s@.\p{Cc}]+(\.[^\s@.\p{Cc}]+)*$/u.test(text);

/** Whoever an administrator takes in needs to wait for nothing. */
const firstStatus: UserStatus = 'ACCESS_GRANTED';

/** The person as others see them, with their role. */
export const shownUser = (user: KeptUser, role: Role): ProjectUser => ({
  ...user,
  role,
  created: user.created.toISOString(),
  lastUpdate: user.lastUpdate.toISOString(),
  lastConnection: user.lastConnection?.toISOString(),
});

/** The person that is taken in; names default to the e-mail, as REGARDS does for people it knows nothing else of. */
export const newUser = (asked: AccessRequestDto, role: string): UserToKeep => ({
  email: asked.email,
  firstName: asked.firstName || asked.email,
  lastName: asked.lastName || asked.email,
  origin: asked.origin ?? internalOrigin,
  status: firstStatus,
  role,
  accessGroups: [...new Set([publicGroup, ...(asked.accessGroups ?? [])])],
  maxQuota: asked.maxQuota ?? unlimited,
  metadata: notes(asked.metadata ?? []),
});

/** What of a person changes; what is not said stays. */
export const changedContent = (user: KeptUser, changes: ProjectUserChanges, role: string): UserContent => ({
  role,
  accessGroups: [...new Set(changes.accessGroups ?? user.accessGroups)],
  maxQuota: changes.maxQuota ?? user.maxQuota,
  metadata: changes.metadata ? notes(changes.metadata) : user.metadata,
});

/** Whether their tokens say more than they may do from now on. */
export const losesRights = (user: UserContent, changed: UserContent): boolean =>
  user.role !== changed.role || user.accessGroups.some((group) => !changed.accessGroups.includes(group));

/** Whether it says anything beyond a login's date. */
export const changesContent = ({ role, metadata, maxQuota, accessGroups }: ProjectUserChanges): boolean =>
  [role, metadata, maxQuota, accessGroups].some((member) => member != null);

/** Why nobody of this content can be kept, if so. */
export function refusalOfContent({ maxQuota, accessGroups, metadata }: UserContent): Refusal | undefined {
  const keys = metadata.map(({ key }) => key);
  const faults = [
    ...(maxQuota < unlimited ? [`maxQuota: ${maxQuota} is less than ${unlimited}, which means no limit`] : []),
    ...(accessGroups.includes(publicGroup) ? [] : [`accessGroups: nobody can leave ${publicGroup}`]),
    ...(accessGroups.some((group) => group.trim() === '') ? ['accessGroups: a group has a name'] : []),
    ...(new Set(keys).size < keys.length ? ['metadata: a key is there twice'] : []),
  ];
  return faults.length > 0 ? entityInvalid(...faults) : undefined;
}

/**
 * Why dates cannot be taken, if so: RFC 3339 §5.7 allows leap seconds, which no clock here knows.
 * @param dates the texts by the name of their field
 */
export function refusalOfDates(dates: Readonly<Record<string, string | null | undefined>>): Refusal | undefined {
  const faults = Object.entries(dates).flatMap(([field, text]) =>
    text != null && !instant(text) ? [`${field}: "${text}" is no date`] : [],
  );
  return faults.length > 0 ? entityInvalid(...faults) : undefined;
}

/** Who changes something: their role, and the names of those that they manage. */
export interface Manager {
  readonly role: string;
  readonly manages: ReadonlySet<string>;
}

/** Why a caller may not give the role, if so. */
export const refusalOfGiving = (caller: Manager, role: string): Refusal | undefined =>
  caller.manages.has(role) ? undefined : accessDenied(`A caller in role ${caller.role} does not manage role ${role}`);

/** Why a caller may not change the person, if so. */
export const refusalOfChanging = (caller: Manager, user: KeptUser, { id }: ProjectUserChanges): Refusal | undefined =>
  id != null && id !== user.id
    ? refusal('identifier-mismatch', `id: ${id} is not ${user.id}`)
    : refusalOfGiving(caller, user.role);

/** Why a caller may not take the person out, if so. */
export const refusalOfDeleting = (caller: Manager, user: KeptUser): Refusal | undefined =>
  caller.manages.has(user.role) && user.role !== caller.role
    ? undefined
    : operationForbidden(`A caller in role ${caller.role} cannot take out ${user.email} in role ${user.role}`);

/** Root as others see it in a project, where nothing is kept of it. */
export const rootUser = (login: string): ProjectUser => ({
  email: login,
  origin: internalOrigin,
  accessGroups: [publicGroup],
  maxQuota: unlimited,
  currentQuota: 0,
  status: 'ACCESS_GRANTED',
  metadata: [],
  role: { name: 'INSTANCE_ADMIN', authorizedAddresses: [], isDefault: false, isNative: true },
  licenseAccepted: true,
});

const notes = (metadata: readonly MetaData[]): MetaData[] =>
  metadata.map(({ key, value, visibility }) => ({
    key,
    ...(value == null ? {} : { value }),
    visibility: visibility ?? 'READABLE',
  }));
