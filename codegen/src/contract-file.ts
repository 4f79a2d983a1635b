/** contract.ts: everything a service's contract generates, as one value. */
import { camel, header, pascal } from './text.ts';

export function contractFile(service: string, has: { rest: boolean; messages: boolean }, version: string): string {
  const name = pascal(service);
  return [
    header(service),
    `import type { Contract } from '@regards/core';\n`,
    has.messages ? `import { bind${name}Subscriptions, publications, subscriptions } from './messages.ts';\n` : '',
    has.messages ? `import type { ${name}Subscriptions } from './messages.ts';\n` : '',
    has.rest ? `import { routes } from './routes.ts';\n` : '',
    has.rest ? `import type { ${name}Server } from './server.ts';\n` : '',
    `import { ${camel(service)}Settings } from './settings.ts';\n`,
    `import type { ${name}Settings } from './settings.ts';\n\n`,
    has.rest ? '' : `/** No operation is declared. */\nexport type ${name}Server = Readonly<Record<never, never>>;\n\n`,
    has.messages
      ? ''
      : `/** No message is heard. */\nexport type ${name}Subscriptions = Readonly<Record<never, never>>;\n\n`,
    `/** What ${service} serves, hears and tells, and the settings it takes. */\n`,
    `export const ${camel(service)}Contract: Contract<${name}Server, ${name}Subscriptions, ${name}Settings> = {\n`,
    `  name: '${service}',\n`,
    `  version: '${version}',\n`,
    `  routes${has.rest ? '' : ': {}'},\n`,
    `  document: new URL('./openapi.json', import.meta.url),\n`,
    `  settings: ${camel(service)}Settings,\n`,
    `  publications${has.messages ? '' : ': []'},\n`,
    `  subscriptions${has.messages ? '' : ': []'},\n`,
    has.messages ? `  bind: bind${name}Subscriptions,\n` : `  bind: () => [],\n`,
    `};\n`,
  ].join('');
}
