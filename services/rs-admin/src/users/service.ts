/** Takes people into a project, shows, changes and takes them out. */
import { entityAlreadyExists, entityInvalid, instant, RefusedError } from '@regards/core';
import type { Call, Clock, Database, Page, PageRequest, Publication, Refusal, Sql } from '@regards/core';
import type {
  AccessRequestDto,
  ProjectUser,
  ProjectUserChanges,
  ProjectUserEvent,
  Role,
  RoleReference,
  SearchProjectUserParameters,
} from '@regards/generated/rs-admin/types';
import { defaultRole, type RoleService } from '../roles/service/index.ts';
import {
  changedContent,
  changesContent,
  losesRights,
  isEmail,
  newUser,
  refusalOfChanging,
  refusalOfContent,
  refusalOfDates,
  refusalOfDeleting,
  refusalOfGiving,
  rootUser,
  shownUser,
  type KeptUser,
  type Manager,
} from './domain.ts';
import type { Accounts, UserStore } from './ports.ts';

export interface UserPorts {
  readonly database: Database;
  readonly store: (sql: Sql) => UserStore;
  readonly roles: Pick<RoleService, 'all' | 'managed'>;
  readonly accounts: Accounts;
  readonly projectUser: Publication<ProjectUserEvent>;
  readonly clock: Clock;
  readonly rootLogin: string;
}

export type UserService = ReturnType<typeof userService>;

export function userService({ database, store, roles, accounts, projectUser, clock, rootLogin }: UserPorts) {
  const isRoot = (email: string): boolean => email.toLowerCase() === rootLogin.toLowerCase();

  const read = <T>(tenant: string, work: (users: UserStore) => Promise<T>): Promise<T> =>
    database.read(tenant, (sql) => work(store(sql)));

  const managerOf = async ({ tenant, caller: { role } }: Call): Promise<Manager> => ({
    role,
    manages: new Set((await roles.managed(tenant, role)).map(({ name }) => name)),
  });

  /** Users with their roles; each user's is there, since no role is taken away that somebody holds. */
  async function shown(tenant: string, users: readonly KeptUser[]): Promise<ProjectUser[]> {
    const byName = new Map((await roles.all(tenant)).map((role) => [role.name, role]));
    return users.map((user) => {
      const role = byName.get(user.role);
      if (!role) throw new Error(`${user.email} has role ${user.role}, which ${tenant} does not have`);
      return shownUser(user, role);
    });
  }

  const shownOne = async (tenant: string, user: KeptUser | undefined): Promise<ProjectUser | undefined> =>
    user && (await shown(tenant, [user]))[0];

  async function findByEmail(tenant: string, email: string): Promise<ProjectUser | undefined> {
    if (isRoot(email)) return rootUser(rootLogin);
    return isEmail(email) ? shownOne(tenant, await read(tenant, (users) => users.findByEmail(email))) : undefined;
  }

  async function roleNamed(tenant: string, { id, name }: RoleReference): Promise<Role> {
    const all = await roles.all(tenant);
    const role = name == null ? all.find((one) => one.id === id) : all.find((one) => one.name === name);
    if (!role) throw new RefusedError(entityInvalid(`role: there is no role ${name ?? id}`));
    return role;
  }

  return {
    findByEmail,

    /** Throws RefusedError when a date of the search is none. */
    async page(tenant: string, search: SearchProjectUserParameters, request: PageRequest): Promise<Page<ProjectUser>> {
      const { creationDate, lastConnection } = search;
      refuseIf(
        refusalOfDates({
          'creationDate.after': creationDate?.after,
          'creationDate.before': creationDate?.before,
          'lastConnection.after': lastConnection?.after,
          'lastConnection.before': lastConnection?.before,
        }),
      );
      const page = await read(tenant, (users) => users.page(search, request));
      return { ...page, content: await shown(tenant, page.content) };
    },

    find: async (tenant: string, id: number): Promise<ProjectUser | undefined> =>
      shownOne(tenant, await read(tenant, (users) => users.find(id))),

    /** Throws RefusedError when the person is there already or may not be taken in as asked. */
    async create(call: Call, asked: AccessRequestDto): Promise<ProjectUser> {
      const { tenant } = call;
      const caller = await managerOf(call);
      const { email } = asked;
      if (!isEmail(email)) throw new RefusedError(entityInvalid(`email: "${email}" is not an e-mail address`));
      const role = await roleNamed(tenant, { name: asked.roleName || defaultRole });
      const user = newUser(asked, role.name);
      refuseIf(refusalOfGiving(caller, role.name) ?? refusalOfContent(user));
      const taken = new RefusedError(entityAlreadyExists('ProjectUser', email));
      if (await findByEmail(tenant, email)) throw taken;
      await accounts.ensureLinked(call, asked);
      const kept = await database.transaction(tenant, async (unit) => {
        const inserted = await store(unit.sql).insert(user, clock.now());
        if (!inserted) throw taken;
        unit.publish(projectUser, [{ payload: { email: inserted.email, action: 'CREATE' } }]);
        return inserted;
      });
      return shownUser(kept, role);
    },

    /** Nothing when there is no such user; throws RefusedError when the user may not become what is asked. */
    async update(call: Call, id: number, changes: ProjectUserChanges): Promise<ProjectUser | undefined> {
      const { tenant } = call;
      const caller = await managerOf(call);
      refuseIf(refusalOfDates({ lastConnection: changes.lastConnection }));
      const connected = changes.lastConnection == null ? undefined : instant(changes.lastConnection);
      const role = changes.role && (await roleNamed(tenant, changes.role));
      let loses: string | undefined;
      const kept = await database.transaction(tenant, async (unit) => {
        const users = store(unit.sql);
        const user = await users.findForUpdate(id);
        if (!user) return undefined;
        const content = changedContent(user, changes, role?.name ?? user.role);
        refuseIf(refusalOfChanging(caller, user, changes));
        refuseIf(refusalOfGiving(caller, content.role) ?? refusalOfContent(content));
        loses = losesRights(user, content) ? user.email : undefined;
        // Where the tokens of what they were cannot be revoked they stay what they were.
        if (loses !== undefined) await accounts.revoke(call, loses);
        if (connected) await users.noteConnection(id, connected);
        if (changesContent(changes)) {
          await users.update(id, content, clock.now());
          unit.publish(projectUser, [{ payload: { email: user.email, action: 'UPDATE' } }]);
        }
        return users.find(id);
      });
      // Once more for whoever logged in before the change was there.
      if (loses !== undefined) await accounts.revoke(call, loses);
      return shownOne(tenant, kept);
    },

    /** Whether there was such a user; throws RefusedError when the caller may not take them out. */
    async delete(call: Call, id: number): Promise<boolean> {
      const { tenant } = call;
      const caller = await managerOf(call);
      const found = await read(tenant, (users) => users.find(id));
      if (!found) return false;
      refuseIf(refusalOfDeleting(caller, found));
      await accounts.unlink(call, found.email);
      await accounts.revoke(call, found.email);
      const isGone = await database.transaction(tenant, async (unit) => {
        const users = store(unit.sql);
        const user = await users.findForUpdate(id);
        if (!user) return false;
        refuseIf(refusalOfDeleting(caller, user));
        await users.delete(id);
        unit.publish(projectUser, [{ payload: { email: user.email, action: 'DELETE' } }]);
        return true;
      });
      if (isGone) await accounts.revoke(call, found.email);
      return isGone;
    },
  };
}

function refuseIf(refused: Refusal | undefined): void {
  if (refused) throw new RefusedError(refused);
}
