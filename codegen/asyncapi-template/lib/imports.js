// Which names messages.ts imports, and from where.
import { camel } from './text.js';

/** The constant that holds the validators of a contract's schemas. */
export const validatorsOf = (owner, service) => (owner === service ? 'validators' : `${camel(owner)}Validators`);

const sorted = (names) => [...new Set(names)].sort((one, other) => (one < other ? -1 : 1));

export function imports(operations, service) {
  const bound = operations.flatMap(({ payload, headers }) => (headers ? [payload, headers] : [payload]));
  const received = operations.filter(({ isReceived }) => isReceived);
  const core = [
    ...(received.length > 0 ? ['Batch', 'Subscription'] : []),
    'BoundSubscription',
    ...(received.some(({ delivery }) => delivery.invalid === 'answer') ? ['InvalidBatch'] : []),
    ...(operations.some(isPublished) ? ['Outgoing', 'Publication'] : []),
    ...(operations.length > 0 ? ['UnitOfWork'] : []),
  ];
  const owners = sorted(bound.map(({ owner }) => owner));
  return [
    `import type { ${sorted(core).join(', ')} } from '@regards/core';`,
    ...owners.flatMap((owner) => {
      const names = sorted(bound.filter((one) => one.owner === owner).map(({ name }) => name));
      const from = owner === service ? '.' : `../${owner}`;
      const validators = validatorsOf(owner, service);
      return [
        `import type { ${names.join(', ')} } from '${from}/types.ts';`,
        `import { validators${validators === 'validators' ? '' : ` as ${validators}`} } from '${from}/validators.ts';`,
      ];
    }),
  ].join('\n');
}

/** What a service tells, and what others may tell it; what it hears of another service, that one publishes. */
export const isPublished = ({ isReceived, isForeign }) => !(isReceived && isForeign);
