/** The accounts of users, through rs-admin-instance, in this service's own name: callers may not touch accounts. */
import { asService, RefusedError, type CallContext } from '@regards/core';
import type { RsAdminInstanceClient } from '@regards/generated/rs-admin-instance/client';
import type { AccessRequestDto } from '@regards/generated/rs-admin/types';
import type { Accounts } from './ports.ts';

type AccountClient = Pick<
  RsAdminInstanceClient,
  'createAccount' | 'linkAccount' | 'unlinkAccount' | 'createRevocation'
>;

export function accountsOf(client: AccountClient): Accounts {
  const inInstance = (context: CallContext): CallContext => ({ ...asService(context), tenant: 'instance' });

  async function linked(context: CallContext, email: string): Promise<boolean> {
    const answer = await client.linkAccount(inInstance(context), { email, projectName: context.tenant });
    if (answer.status === 200) return true;
    if (answer.status === 404) return false;
    throw refused(answer);
  }

  /** False when somebody else has just created it. */
  async function created(context: CallContext, asked: AccessRequestDto): Promise<boolean> {
    const body = {
      account: {
        email: asked.email,
        firstName: asked.firstName || asked.email,
        lastName: asked.lastName || asked.email,
        origin: asked.origin,
        status: 'ACTIVE' as const,
      },
      password: asked.password,
      project: context.tenant,
    };
    const answer = await client.createAccount(inInstance(context), { body });
    if (answer.status === 201) return true;
    if (answer.status === 409) return false;
    throw refused(answer);
  }

  return {
    async ensureLinked(context, asked) {
      if (await linked(context, asked.email)) return;
      if (!(await created(context, asked))) await linked(context, asked.email);
    },

    async revoke(context, email) {
      const body = { tenant: context.tenant, login: email };
      const answer = await client.createRevocation(inInstance(context), { body });
      if (answer.status !== 201) throw refused(answer);
    },

    async unlink(context, email) {
      const answer = await client.unlinkAccount(inInstance(context), { email, projectName: context.tenant });
      if (answer.status !== 200 && answer.status !== 404) throw refused(answer);
    },
  };
}

/** What rs-admin-instance refuses is refused here in its words; that it refuses this service itself is our fault. */
function refused({ status, body }: { status: number; body: { messages: readonly string[] } }): Error {
  const code = ({ 400: 'unreadable-request', 422: 'entity-invalid' } as const)[status];
  if (code) return new RefusedError({ code, messages: body.messages });
  return new Error(`rs-admin-instance answered ${status}: ${body.messages.join(' ')}`);
}
