/** Every operation of every contract, called by everyone: who may is let in, who may not is refused (OWASP API5). */
import type { AccessRole, NativeRole, Route } from '@regards/core';
import { operations } from '../contracts.ts';
import type { Answered, Asked } from '../http.ts';
import type { Probe, Scenario } from '../scenario.ts';
import type { Target } from '../target.ts';

/** What each caller reaches, written down a second time on purpose: the platform's own table is what is attacked. */
const reach: Readonly<Record<NativeRole | 'nobody', readonly AccessRole[]>> = {
  nobody: ['NONE'],
  PUBLIC: ['NONE', 'PUBLIC'],
  REGISTERED_USER: ['NONE', 'PUBLIC', 'REGISTERED_USER'],
  EXPLOIT: ['NONE', 'PUBLIC', 'REGISTERED_USER', 'EXPLOIT'],
  ADMIN: ['NONE', 'PUBLIC', 'REGISTERED_USER', 'EXPLOIT', 'ADMIN'],
  PROJECT_ADMIN: ['NONE', 'PUBLIC', 'REGISTERED_USER', 'EXPLOIT', 'ADMIN', 'PROJECT_ADMIN'],
  INSTANCE_ADMIN: ['NONE', 'PUBLIC', 'REGISTERED_USER', 'EXPLOIT', 'ADMIN', 'PROJECT_ADMIN', 'INSTANCE_ADMIN'],
};

type Caller = keyof typeof reach;

const callers = Object.keys(reach) as Caller[];

export const rights: Scenario = {
  name: 'rights',
  sentence: 'Every operation is open to the roles its contract names, and to nobody else.',
  plan: async (target) => ({
    probes: operations.flatMap(({ service, route }) => callers.map((caller) => probe(target, service, route, caller))),
  }),
};

const probe = ({ ask, own }: Target, service: string, route: Route, caller: Caller): Probe => ({
  input: `${caller} ${route.method.toUpperCase()} ${service}${route.path}`,
  async run() {
    const answer = await ask(service, route.method.toUpperCase(), harmlessPath(route), {
      ...(caller === 'nobody' ? {} : caller === 'PUBLIC' ? { scope: own.name } : { token: own.tokens[caller] }),
      ...harmlessBody(route),
    });
    return faultOf(answer, reach[caller].includes(route.access), caller);
  },
});

/** Whoever is let in is answered by the operation itself, whatever it says to a request that makes no sense. */
function faultOf({ status, text }: Answered, isOpen: boolean, caller: Caller): string | undefined {
  const told = `${status} ${text.slice(0, 120)}`;
  if (status <= 0 || status >= 500) return told;
  const isRefused = status === 401 || /^Access denied: \w+ is granted/.test(messageOf(text));
  if (isOpen) return isRefused && !text.includes('OAuth client') ? told : undefined;
  const expected = caller === 'nobody' ? 401 : 403;
  return status === expected ? undefined : told;
}

const messageOf = (text: string): string => /"messages":\["([^"]*)/.exec(text)?.[1] ?? '';

/** Placeholders become what is no identifier of anything, so that nobody who is let in does harm. */
const harmlessPath = ({ path }: Route): string => path.replaceAll(/\{\w+\}/g, 'no-such-thing');

/** A body that no operation takes. */
const harmlessBody = ({ requestTypes }: Route): Asked =>
  requestTypes.length === 0 ? {} : { headers: { 'content-type': 'application/x-no-such-type' }, body: 'nothing' };
