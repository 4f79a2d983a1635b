/** Lists asked for pages that are none, or too large: each is refused or bounded (OWASP API4). */
import { operations } from '../contracts.ts';
import { at } from '../json.ts';
import type { Scenario } from '../scenario.ts';

/** More than any page may hold. */
const mostOfAPage = 10_000;

const questions = [
  'size=0',
  'size=-1',
  'size=1000000000',
  'size=9223372036854775808',
  'size=NaN',
  'page=-1',
  'page=2147483648',
  'page=999999999999999999999',
  'page=0x10',
  'size=10&size=100000',
  'size[]=1',
  'sort=email%3Bdrop table x',
  'sort=,,,',
  'sort=id,asc&sort=id,desc&sort=__proto__',
  'limit=-5',
  'limit=1000000000',
];

const lists = operations.filter(({ route }) => Object.values(route.responses).some(({ kind }) => kind === 'page'));

export const paging: Scenario = {
  name: 'paging',
  sentence: 'No list gives more than a page, whatever page is asked for, and none fails over the question.',
  plan: async ({ ask, own }) => ({
    probes: lists.flatMap(({ service, route }) =>
      questions.map((question) => ({
        input: `${route.method} ${service}${route.path}?${question}`,
        async run() {
          const path = route.path.replaceAll(/\{\w+\}/g, '1');
          const { status, body, text } = await ask(service, route.method.toUpperCase(), `${path}?${question}`, {
            token: own.tokens.INSTANCE_ADMIN,
            ...(route.requestTypes.length > 0 ? { body: {} } : {}),
          });
          const content = at(body, 'content');
          const isTooMuch = Array.isArray(content) && content.length > mostOfAPage;
          return isTooMuch || status <= 0 || status >= 500 ? `${status} ${text.slice(0, 120)}` : undefined;
        },
      })),
    ),
  }),
};
