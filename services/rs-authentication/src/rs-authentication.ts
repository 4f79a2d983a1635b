/** rs-authentication as a value: tokens for people, keys for whoever verifies them. */
import { readFileSync } from 'node:fs';
import { rsAdminClient } from '@regards/generated/rs-admin/client';
import { rsAdminInstanceClient } from '@regards/generated/rs-admin-instance/client';
import { rsAuthenticationContract } from '@regards/generated/rs-authentication/contract';
import { createUserTokenIssuer } from '@regards/security';
import { defineService } from '@regards/service';
import { logoutOf } from './tokens/logout.ts';
import { tokenOperations } from './tokens/rest.ts';
import { tokenService } from './tokens/service.ts';

export const rsAuthentication = defineService({
  contract: rsAuthenticationContract,
  tenancy: 'multitenant',
  clients: { rsAdminInstance: rsAdminInstanceClient, rsAdmin: rsAdminClient },
  start: ({ settings, clients, clock, log }) => {
    const issuer = createUserTokenIssuer({
      privateKeyPem: readFileSync(settings['regards.security.signing.key'], 'utf8'),
      formerKeysPem: settings['regards.security.signing.former.keys'].map((file) => readFileSync(file, 'utf8')),
      issuer: settings['regards.security.issuer'],
      clock,
    });
    const tokens = tokenService({
      accounts: clients.rsAdminInstance,
      users: clients.rsAdmin,
      issuer,
      clock,
      log,
      rootLogin: settings['regards.accounts.root.user.login'],
      validitySeconds: settings['access_token.validity_period'],
    });
    const client = {
      user: settings['regards.authentication.client.user'],
      secret: settings['regards.authentication.client.secret'],
    };
    return {
      rest: tokenOperations(tokens, logoutOf(clients.rsAdminInstance), client),
      servesInstance: true,
    };
  },
});
