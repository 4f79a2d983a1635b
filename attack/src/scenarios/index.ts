/** All attacks, in the order in which they are run: those that lock or leave something come last. */
import type { Scenario } from '../scenario.ts';
import { changedRights } from './changed-rights.ts';
import { configuration } from './configuration.ts';
import { exposure } from './exposure.ts';
import { impostor } from './impostor.ts';
import { injection } from './injection.ts';
import { logout } from './logout.ts';
import { messages } from './messages.ts';
import { paging } from './paging.ts';
import { passwords } from './passwords.ts';
import { patience } from './patience.ts';
import { registry } from './registry.ts';
import { rights } from './rights.ts';
import { secrets } from './secrets.ts';
import { sockets } from './sockets.ts';
import { strangers } from './strangers.ts';
import { tokens } from './tokens.ts';
import { twins } from './twins.ts';

export const scenarios: readonly Scenario[] = [
  rights,
  changedRights,
  tokens,
  logout,
  strangers,
  twins,
  registry,
  impostor,
  configuration,
  messages,
  paging,
  sockets,
  patience,
  exposure,
  injection,
  secrets,
  passwords,
];
