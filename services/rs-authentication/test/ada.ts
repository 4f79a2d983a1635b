/** Ada, who logs in, and a stand-in for the services that know her. */
import type { CallContext, OperationAnswer, Route, Transport } from '@regards/core';

export const login = 'ada@example.org';
export const person = { grant_type: 'password', username: login, password: 'right' };

/** What proves the client `client`, whose secret is `top secret`. */
export const basic = `Basic ${Buffer.from('client:top secret').toString('base64')}`;

/** Knows project `demo` and Ada, who is in it as EXPLOIT; her account is locked for the password `locked`. */
export const standIn: Transport = {
  async send<Answer extends OperationAnswer>(_service: string, route: Route, _context: CallContext, asked: object) {
    const { projectName, email, body: tried } = asked as Asked;
    const role = { name: 'EXPLOIT', authorizedAddresses: [], isDefault: false, isNative: true };
    const ada = { id: 1, email: login, status: 'ACCESS_GRANTED', role, accessGroups: ['Public'] };
    const known: Record<string, unknown> = {
      getProject: projectName === 'demo' && { content: { name: 'demo', isDeleted: false }, links: [] },
      authenticateAccount: email === login && {
        email: login,
        origin: 'Regards',
        status: tried?.password === 'locked' ? 'LOCKED' : 'ACTIVE',
        passwordValid: tried?.password === 'right',
      },
      getUserByEmail: { content: ada, links: [] },
      updateUser: { content: {}, links: [] },
    };
    const body = known[route.operation] || { messages: ['none'] };
    return { status: 'messages' in Object(body) ? 404 : 200, body, headers: {} } as OperationAnswer as Answer;
  },
};

interface Asked {
  readonly projectName?: string;
  readonly email?: string;
  readonly body?: { readonly password: string };
}
