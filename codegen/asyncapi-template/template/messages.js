import { File, Text } from '@asyncapi/generator-react-sdk';
import { described } from '../lib/operation.js';
import { handlers, imports, publication, subscription } from '../lib/print.js';

/** messages.ts: what a service tells and hears. */
export default function messages({ asyncapi, params }) {
  const context = { service: params.service, owners: JSON.parse(params.owners) };
  const foreign = JSON.parse(params.foreign);
  const operations = asyncapi.operations().all().map(described);
  const received = operations.filter(({ action }) => action === 'receive');
  // What a service takes, others may publish; a message of another service is published by that one's binding.
  const published = operations.filter(({ id }) => !foreign.includes(id));
  const sent = operations.filter(({ action }) => action === 'send');
  const parts = [
    `// Generated from contracts/${context.service}/asyncapi.yaml — do not edit.\n${imports(operations, context, received, published)}`,
    ...published.map((one) => publication(one, context)),
    ...received.map((one) => subscription(one, context)),
    handlers(received, context.service),
    `/** Everything ${context.service} publishes. */\nexport const publications = [${sent.map(({ id }) => id).join(', ')}] as const;\n`,
    `/** Everything ${context.service} hears. */\nexport const subscriptions = [${received.map(({ id }) => `${id}Subscription`).join(', ')}] as const;\n`,
  ];
  return (
    <File name="messages.ts">
      <Text>{parts.join('\n')}</Text>
    </File>
  );
}
