// The TypeScript of one operation's publication and subscription.
import { validatorsOf } from './imports.js';
import { comment, literal, pascal } from './text.js';

/** Payload and headers as type arguments. */
export const types = ({ payload, headers }) => (headers ? `${payload.name}, ${headers.name}` : payload.name);

const place = ({ id, virtualHost, exchange, routingKey, type }) => `
  name: ${literal(id)},
  virtualHost: ${literal(virtualHost)},
  exchange: ${literal(exchange)},
  routingKey: ${literal(routingKey)},
  type: ${literal(type)},`;

const checks = ({ payload, headers, service }) => `
  payload: ${validatorsOf(payload.owner, service)}.${payload.name},${
    headers
      ? `
  headers: ${validatorsOf(headers.owner, service)}.${headers.name},`
      : ''
  }`;

export const publication = (operation) => `
${comment(...operation.docs)}
export const ${operation.id}: Publication<${types(operation)}> = {${place(operation)}
  converter: ${literal(operation.converter)},${checks(operation)}
};

${comment(`Publishes ${operation.id} messages when the unit of work commits.`)}
export const publish${pascal(operation.id)} = (
  unit: UnitOfWork,
  messages: readonly Outgoing<${types(operation)}>[],
): void => unit.publish(${operation.id}, messages);`;

export const subscription = (operation) => `
${comment(...operation.docs)}
export const ${operation.id}Subscription: Subscription<${types(operation)}> = {${place(operation)}
  service: ${literal(operation.service)},
  handler: ${literal(operation.handler)},
  target: ${literal(operation.delivery.target)},
  batch: ${literal(operation.delivery.batch)},
  retryMs: ${literal(operation.delivery.retryMs)},
  invalid: ${literal(operation.delivery.invalid)},${checks(operation)}
};

${comment(`Binds a handler to ${operation.id} messages: a batch of one tenant, handled in one unit of work.`)}
export const subscribe${pascal(operation.id)} = (
  handle: (batch: Batch<${types(operation)}>, unit: UnitOfWork) => Promise<void>,${
    answers(operation)
      ? `
  answerInvalid: (batch: InvalidBatch, unit: UnitOfWork) => Promise<void>,`
      : ''
  }
): BoundSubscription => ({
  subscription: ${operation.id}Subscription,
  handle,${answers(operation) ? '\n  answerInvalid,' : ''}
});`;

export const answers = ({ delivery }) => delivery.invalid === 'answer';
