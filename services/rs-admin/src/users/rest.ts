/** The operations on users. */
import { entityNotFound, pageRequest } from '@regards/core';
import type { RsAdminServer } from '@regards/generated/rs-admin/server';
import type { UserService } from './service.ts';

type UserOperations = Pick<
  RsAdminServer,
  'createUser' | 'searchUsers' | 'getMyUser' | 'getUserByEmail' | 'getUser' | 'updateUser' | 'deleteUser'
>;

/** REGARDS's own defaults of this page (rs-admin §2). */
const paging = { size: 10, sort: [{ property: 'created', direction: 'asc' }] } as const;

const notFound = (id: string | number) => ({ status: 404, error: entityNotFound('ProjectUser', id) }) as const;

export const userOperations = (users: UserService): UserOperations => ({
  async createUser(call, { body }) {
    return { status: 201, body: await users.create(call, body) };
  },

  async searchUsers({ tenant }, { body, ...asked }) {
    return { status: 200, body: await users.page(tenant, body, pageRequest(asked, paging)) };
  },

  async getMyUser({ tenant, caller }) {
    const user = await users.findByEmail(tenant, caller.email);
    return user ? { status: 200, body: user } : notFound(caller.email);
  },

  async getUserByEmail({ tenant }, { email }) {
    const user = await users.findByEmail(tenant, email);
    return user ? { status: 200, body: user } : notFound(email);
  },

  async getUser({ tenant }, { userId }) {
    const user = await users.find(tenant, userId);
    return user ? { status: 200, body: user } : notFound(userId);
  },

  async updateUser(call, { userId, body }) {
    const user = await users.update(call, userId, body);
    return user ? { status: 200, body: user } : notFound(userId);
  },

  async deleteUser(call, { userId }) {
    return (await users.delete(call, userId)) ? { status: 200 } : notFound(userId);
  },
});
