// The interface that a service implements to hear its messages.
import { answers, types } from './bindings.js';
import { comment, pascal } from './text.js';

const member = (operation) => `
  ${comment(...operation.docs)}
  ${operation.id}(batch: Batch<${types(operation)}>, unit: UnitOfWork): Promise<void>;
${
  answers(operation)
    ? `
  ${comment(`Answers ${operation.id} messages that break their contract.`)}
  ${operation.id}Invalid(batch: InvalidBatch, unit: UnitOfWork): Promise<void>;
`
    : ''
}`;

const bound = (operation) => `
  subscribe${pascal(operation.id)}(
    (batch, unit) => handlers.${operation.id}(batch, unit),${
      answers(operation)
        ? `
    (batch, unit) => handlers.${operation.id}Invalid(batch, unit),`
        : ''
    }
  ),`;

export function handlers(received, service) {
  const name = `${pascal(service)}Subscriptions`;
  if (received.length === 0) {
    return `
/** ${service} hears no message. */
export type ${name} = Readonly<Record<never, never>>;

/** No handler is needed. */
export const bind${name} = (): readonly BoundSubscription[] => [];`;
  }
  return `
/** What ${service} hears: a batch of one tenant each; effects, outcomes and answers commit together. */
export interface ${name} {${received.map(member).join('')}}

/** Binds every handler to its messages. */
export const bind${name} = (handlers: ${name}): readonly BoundSubscription[] => [${received.map(bound).join('')}
];`;
}
