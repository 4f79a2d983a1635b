// Prints the bindings of operations as TypeScript.
import { milliseconds } from './operation.js';

export const pascal = (name) => name.split(/[-_.]/).map((part) => part.slice(0, 1).toUpperCase() + part.slice(1)).join('');

const quoted = (text) => `'${String(text).replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

const documented = (lines) => {
  const text = lines.filter((line) => line !== '').map((line) => line.replace(/\s+/g, ' ').trim().replaceAll('*/', '* /'));
  return text.length === 1 && text[0].length < 110 ? `/** ${text[0]} */\n` : `/**\n${text.flatMap(wrapped).map((line) => ` * ${line}\n`).join('')} */\n`;
};

function wrapped(text) {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line !== '' && line.length + word.length > 112) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines;
}

const generics = ({ payload, headers }) => (headers ? `${payload}, ${headers}` : payload);

const validatorsOf = (owner, service) => (owner === service ? 'validators' : `${pascal(owner).replace(/^./, (first) => first.toLowerCase())}Validators`);

const checks = ({ payload, headers }, owners, service) =>
  `  payload: ${validatorsOf(owners[payload], service)}.${payload},\n` +
  (headers ? `  headers: ${validatorsOf(owners[headers], service)}.${headers},\n` : '');

const place = ({ id, virtualHost, exchange, routingKey, type }) =>
  `  name: ${quoted(id)},\n  virtualHost: ${quoted(virtualHost)},\n` +
  `  exchange: {\n    name: ${quoted(exchange.name)},\n    type: ${quoted(exchange.type)},\n    durable: ${exchange.durable},\n  },\n` +
  `  routingKey: ${quoted(routingKey)},\n  type: ${quoted(type)},\n`;

export function publication(one, { owners, service }) {
  return (
    documented([one.summary, one.description]) +
    `export const ${one.id}: Publication<${generics(one)}> = {\n${place(one)}  converter: ${quoted(one.converter)},\n` +
    `${checks(one, owners, service)}};\n\n` +
    documented([`Publishes ${one.id} messages when the unit of work commits.`]) +
    `export const publish${pascal(one.id)} = (\n  unit: UnitOfWork,\n  messages: readonly Outgoing<${generics(one)}>[],\n): void => unit.publish(${one.id}, messages);\n`
  );
}

export function subscription(one, { owners, service }) {
  const { target = 'one', batch = {}, retry = ['5s', '30s', '2min', '10min'], invalid = 'dead-letter' } = one.delivery;
  const answers = invalid === 'answer';
  return (
    documented([one.summary, one.description]) +
    `export const ${one.id}Subscription: Subscription<${generics(one)}> = {\n${place(one)}` +
    `  service: ${quoted(service)},\n  handler: ${quoted(one.handler)},\n  target: ${quoted(target)},\n` +
    `  batch: { size: ${batch.size ?? 1000}, waitMs: ${milliseconds(batch.wait ?? '100ms')} },\n` +
    `  retryMs: [${retry.map(milliseconds).join(', ')}],\n  invalid: ${quoted(invalid)},\n` +
    `${checks(one, owners, service)}};\n\n` +
    documented([`Binds a handler to ${one.id} messages: a batch of one tenant, handled in one unit of work.`]) +
    `export const subscribe${pascal(one.id)} = (\n` +
    `  handle: (batch: Batch<${generics(one)}>, unit: UnitOfWork) => Promise<void>,\n` +
    (answers ? `  answerInvalid: (batch: InvalidBatch, unit: UnitOfWork) => Promise<void>,\n` : '') +
    `): BoundSubscription => ({ subscription: ${one.id}Subscription, handle${answers ? ', answerInvalid' : ''} });\n`
  );
}

export function handlers(received, service) {
  const name = `${pascal(service)}Subscriptions`;
  const members = received.map((one) => {
    const answers = one.delivery.invalid === 'answer';
    return (
      `  /** ${(one.summary || one.id).replace(/\s+/g, ' ')} */\n` +
      `  ${one.id}(batch: Batch<${generics(one)}>, unit: UnitOfWork): Promise<void>;\n` +
      (answers ? `  /** Answers ${one.id} messages that break their contract. */\n  ${one.id}Invalid(batch: InvalidBatch, unit: UnitOfWork): Promise<void>;\n` : '')
    );
  });
  const bound = received.map((one) => {
    const answers = one.delivery.invalid === 'answer';
    const handle = `(batch, unit) => handlers.${one.id}(batch, unit)`;
    return answers
      ? `  subscribe${pascal(one.id)}(\n    ${handle},\n    (batch, unit) => handlers.${one.id}Invalid(batch, unit),\n  ),\n`
      : `  subscribe${pascal(one.id)}(${handle}),\n`;
  });
  if (received.length === 0) {
    return (
      `/** ${service} hears no message. */\nexport type ${name} = Readonly<Record<never, never>>;\n\n` +
      `/** No handler is needed. */\nexport const bind${name} = (): readonly BoundSubscription[] => [];\n`
    );
  }
  return (
    `/** What ${service} hears: a batch of one tenant each, effects and answers commit together. */\nexport interface ${name} {\n${members.join('\n')}}\n\n` +
    `/** Binds every handler to its messages. */\nexport const bind${name} = (handlers: ${name}): readonly BoundSubscription[] => [\n${bound.join('')}];\n`
  );
}

export function imports(operations, { owners, service }, received, published) {
  const names = [...new Set(operations.flatMap(({ payload, headers }) => (headers ? [payload, headers] : [payload])))].sort();
  const byOwner = Map.groupBy(names, (name) => owners[name]);
  const core = [
    ...(received.length > 0 ? ['Batch'] : []),
    'BoundSubscription',
    ...(received.some((one) => one.delivery.invalid === 'answer') ? ['InvalidBatch'] : []),
    ...(published.length > 0 ? ['Outgoing', 'Publication'] : []),
    ...(received.length > 0 ? ['Subscription'] : []),
    ...(operations.length > 0 ? ['UnitOfWork'] : []),
  ];
  const lines = [`import type { ${core.join(', ')} } from '@regards/core';\n`];
  for (const owner of [...byOwner.keys()].sort()) {
    const from = owner === service ? '.' : `../${owner}`;
    lines.push(`import type { ${byOwner.get(owner).join(', ')} } from '${from}/types.ts';\n`);
    const local = validatorsOf(owner, service);
    lines.push(`import { ${local === 'validators' ? local : `validators as ${local}`} } from '${from}/validators.ts';\n`);
  }
  return lines.map((line) => (line.length > 121 ? line.replace('{ ', '{\n  ').replaceAll(', ', ',\n  ').replace(' }', ',\n}') : line)).join('');
}
