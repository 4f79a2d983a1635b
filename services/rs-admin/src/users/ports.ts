/** What the users' rules need of the world. */
import type { CallContext, Page, PageRequest } from '@regards/core';
import type { AccessRequestDto, SearchProjectUserParameters } from '@regards/generated/rs-admin/types';
import type { KeptUser, UserContent, UserToKeep } from './domain.ts';

export interface UserStore {
  page(search: SearchProjectUserParameters, request: PageRequest): Promise<Page<KeptUser>>;
  find(id: number): Promise<KeptUser | undefined>;
  findByEmail(email: string): Promise<KeptUser | undefined>;
  /** Holds the user until the unit of work ends. */
  findForUpdate(id: number): Promise<KeptUser | undefined>;
  /** Nothing when the e-mail is taken, in whatever case. */
  insert(user: UserToKeep, now: Date): Promise<KeptUser | undefined>;
  update(id: number, content: UserContent, now: Date): Promise<void>;
  noteConnection(id: number, at: Date): Promise<void>;
  delete(id: number): Promise<void>;
}

/** The accounts behind the users, which another service keeps. */
export interface Accounts {
  /**
   * Links the person's account to the project, and creates it where there is none. Throws RefusedError when the account
   * cannot be, such as for a password that breaks the rules.
   */
  ensureLinked(context: CallContext, asked: AccessRequestDto): Promise<void>;
  /** Takes the account out of the project; no account is no fault. */
  unlink(context: CallContext, email: string): Promise<void>;
  /** Lets the tokens that the person was given in the project until now count no more. */
  revoke(context: CallContext, email: string): Promise<void>;
}
