import { File, Text } from '@asyncapi/generator-react-sdk';
import { publication, subscription } from '../lib/bindings.js';
import { handlers } from '../lib/handlers.js';
import { imports, isPublished } from '../lib/imports.js';
import { described } from '../lib/operation.js';
import { comment } from '../lib/text.js';

/** messages.ts: what a service tells and hears. */
export default function messages({ asyncapi, params }) {
  const bindings = JSON.parse(params.bindings);
  const { service } = bindings;
  const operations = asyncapi
    .operations()
    .all()
    .map((operation) => described(operation, bindings));
  const received = operations.filter(({ isReceived }) => isReceived);
  const sent = operations.filter(({ isReceived }) => !isReceived);
  return (
    <File name="messages.ts">
      <Text>{`// Generated from contracts/${service}/asyncapi.yaml — do not edit.`}</Text>
      <Text newLines={2}>{imports(operations, service)}</Text>
      {operations.filter(isPublished).map((operation) => (
        <Text newLines={2}>{publication(operation)}</Text>
      ))}
      {received.map((operation) => (
        <Text newLines={2}>{subscription(operation)}</Text>
      ))}
      <Text newLines={2}>{handlers(received, service)}</Text>
      <Text newLines={2}>
        {list(
          'publications',
          `Everything ${service} publishes.`,
          sent.map(({ id }) => id),
        )}
      </Text>
      <Text>
        {list(
          'subscriptions',
          `Everything ${service} hears.`,
          received.map(({ id }) => `${id}Subscription`),
        )}
      </Text>
    </File>
  );
}

const list = (name, doc, members) => `${comment(doc)}\nexport const ${name} = [${members.join(', ')}] as const;`;
