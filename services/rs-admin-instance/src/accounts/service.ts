/** Creates accounts, gives them out with their projects, and links the two. */
import { entityAlreadyExists, entityInvalid, instanceTenant, RefusedError, refuseBeyond } from '@regards/core';
import type { Clock, Database, Page, PageRequest, Sql } from '@regards/core';
import { bounds } from '@regards/generated/rs-admin-instance/bounds';
import type { Account, AccountNPassword } from '@regards/generated/rs-admin-instance/types';
import type { ProjectService } from '../projects/service.ts';
import { firstStatus, internalOrigin, isEmail, originOf, refusalOfAccount, statusAt } from './domain.ts';
import type { LockingPolicy, PasswordRule } from './domain.ts';
import type { AccountFilter, AccountStore, KeptAccount, Passwords } from './ports.ts';

export interface AccountPorts {
  readonly database: Database;
  readonly store: (sql: Sql) => AccountStore;
  readonly projects: Pick<ProjectService, 'find' | 'findAll' | 'isServed'>;
  readonly passwords: Passwords;
  readonly clock: Clock;
  readonly rule: PasswordRule;
  readonly locking: LockingPolicy;
}

export type AccountService = ReturnType<typeof accountService>;

export function accountService({ database, store, projects, passwords, clock, rule, locking }: AccountPorts) {
  const read = <T>(work: (accounts: AccountStore) => Promise<T>): Promise<T> =>
    database.read(instanceTenant, (sql) => work(store(sql)));

  const findByEmail = async (email: string): Promise<KeptAccount | undefined> =>
    isEmail(email) ? read((accounts) => accounts.findByEmail(email)) : undefined;

  async function shown(kept: readonly KeptAccount[]): Promise<Account[]> {
    const all = await projects.findAll([...new Set(kept.flatMap((account) => account.projects))]);
    return kept.map((account) => ({
      id: account.id,
      email: account.email,
      firstName: account.firstName,
      lastName: account.lastName,
      origin: account.origin,
      authenticationFailedCounter: account.failures,
      passwordUpdateDate: account.passwordUpdated?.toISOString(),
      status: statusAt(account, clock.now(), locking),
      projects: all.filter((project) => account.projects.includes(project.name)),
    }));
  }

  const shownOne = async (kept: KeptAccount | undefined): Promise<Account | undefined> =>
    (await shown(kept ? [kept] : []))[0];

  const noProject = (name: string): RefusedError =>
    new RefusedError(entityInvalid(`project: there is no project "${name}"`));

  async function refuseUnlessServed(project: string): Promise<void> {
    if (!(await projects.isServed(project))) throw noProject(project);
  }

  return {
    async page(filter: AccountFilter, request: PageRequest): Promise<Page<Account>> {
      const page = await read((accounts) => accounts.page(filter, request));
      return { ...page, content: await shown(page.content) };
    },

    find: async (id: number): Promise<Account | undefined> => shownOne(await read((accounts) => accounts.find(id))),

    findByEmail: async (email: string): Promise<Account | undefined> => shownOne(await findByEmail(email)),

    /** Throws RefusedError when the e-mail is taken, the password breaks the rule or the project is none. */
    async create({ account, password, project }: AccountNPassword): Promise<Account> {
      const refused = refusalOfAccount(account, password ?? undefined, rule);
      if (refused) throw new RefusedError(refused);
      if (project != null) await refuseUnlessServed(project);
      const origin = originOf(account);
      const hash = origin === internalOrigin && password != null ? await passwords.hash(password) : undefined;
      const kept = await database.transaction(instanceTenant, async ({ sql }) => {
        const accounts = store(sql);
        const id = await accounts.insert({
          email: account.email,
          firstName: account.firstName,
          lastName: account.lastName,
          origin,
          status: firstStatus(account.status),
          password: hash === undefined ? undefined : { hash, updated: clock.now() },
        });
        if (id === undefined) throw new RefusedError(entityAlreadyExists('Account', account.email));
        if (project != null) await accounts.link(id, project);
        return accounts.find(id);
      });
      const created = await shownOne(kept);
      if (!created) throw new Error(`account ${account.email} was gone as soon as it was there`);
      return created;
    },

    /** Whether there is such an account; throws RefusedError when there is no such project. */
    async link(email: string, project: string): Promise<boolean> {
      const account = await findByEmail(email);
      if (!account) return false;
      await refuseUnlessServed(project);
      await database.transaction(instanceTenant, async ({ sql }) =>
        refuseBeyond(bounds['Account.projects'], await store(sql).link(account.id, project), 'projects of an account'),
      );
      return true;
    },

    /** Whether there is such an account; throws RefusedError when there never was such a project. */
    async unlink(email: string, project: string): Promise<boolean> {
      const account = await findByEmail(email);
      if (!account) return false;
      if (!(await projects.find(project))) throw noProject(project);
      await database.transaction(instanceTenant, ({ sql }) => store(sql).unlink(account.id, project));
      return true;
    },

    /** Creates the root account unless it is there; its password stays what it is. */
    async ensureRoot(login: string, password: string): Promise<void> {
      if (await findByEmail(login)) return;
      const hash = await passwords.hash(password);
      await database.transaction(instanceTenant, ({ sql }) =>
        store(sql).insert({
          email: login,
          firstName: 'root',
          lastName: 'admin',
          origin: internalOrigin,
          status: 'ACTIVE',
          password: { hash, updated: clock.now() },
        }),
      );
    },
  };
}
