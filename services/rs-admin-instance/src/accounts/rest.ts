/** The operations on accounts and passwords. */
import { accessDenied, entityNotFound, isSystemRole, pageRequest } from '@regards/core';
import type { RsAdminInstanceServer } from '@regards/generated/rs-admin-instance/server';
import type { AuthenticationService } from './authentication.ts';
import type { PasswordRule } from './domain.ts';
import type { AccountService } from './service.ts';

type AccountOperations = Pick<
  RsAdminInstanceServer,
  | 'getAccounts'
  | 'createAccount'
  | 'getAccount'
  | 'getAccountByEmail'
  | 'linkAccount'
  | 'unlinkAccount'
  | 'getPasswordRules'
  | 'checkPassword'
  | 'validateAccountPassword'
  | 'authenticateAccount'
>;

/** REGARDS's size of a page where an operation has a default of its own (platform conventions §3.3). */
const pageSize = { size: 10 };

const notFound = (id: string | number) => ({ status: 404, error: entityNotFound('Account', id) }) as const;

export const accountOperations = (
  accounts: AccountService,
  authentication: AuthenticationService,
  rule: PasswordRule,
): AccountOperations => ({
  async getAccounts(_call, asked) {
    return { status: 200, body: await accounts.page(asked, pageRequest(asked, pageSize)) };
  },

  async createAccount(_call, { body }) {
    return { status: 201, body: await accounts.create(body) };
  },

  async getAccount(_call, { accountId }) {
    const account = await accounts.find(accountId);
    return account ? { status: 200, body: account } : notFound(accountId);
  },

  async getAccountByEmail(_call, { email }) {
    const account = await accounts.findByEmail(email);
    return account ? { status: 200, body: account } : notFound(email);
  },

  async linkAccount(_call, { email, projectName }) {
    return (await accounts.link(email, projectName)) ? { status: 200 } : notFound(email);
  },

  async unlinkAccount(_call, { email, projectName }) {
    return (await accounts.unlink(email, projectName)) ? { status: 200 } : notFound(email);
  },

  async getPasswordRules() {
    return { status: 200, body: { rules: rule.sentence } };
  },

  async checkPassword(_call, { body }) {
    return { status: 200, body: { validity: rule.pattern.test(body.password) } };
  },

  async validateAccountPassword(_call, { email, password }) {
    const tried = await authentication.authenticate(email, password);
    return tried ? { status: 200, body: tried.passwordValid } : notFound(email);
  },

  async authenticateAccount(call, { email, body }) {
    if (!isSystemRole(call.caller.role)) {
      return { status: 403, error: accessDenied('Only services of the platform may authenticate an account') };
    }
    const tried = await authentication.authenticate(email, body.password);
    return tried ? { status: 200, body: tried } : notFound(email);
  },
});
