/** Changes of contracts by what they do: those that break somebody, and those that break nobody. */
import type { Edit } from './seeded-documents.ts';

type Seeds = readonly (readonly [what: string, ...edits: Edit[]])[];

const things = '/paths/~1things';
const thing = '/paths/~1things~1{id}';
const schemas = '/components/schemas';
const newThing = `${schemas}/NewThing/properties`;
const told = `${schemas}/Thing/properties`;
const string = { type: 'string' };

export const restBreaking: Seeds = [
  ['an operation is gone', [`${thing}/delete`, undefined]],
  ['a path is gone', [thing, undefined]],
  ['the service has another address', ['/servers/0/url', '/api/v2/rs-seeded']],
  ['an operation has another id', [`${thing}/get/operationId`, 'readThing']],
  ['a role is raised', [`${things}/get/x-regards-access/role`, 'ADMIN']],
  ['an anonymous caller is asked who it is', [`${thing}/get/x-regards-access/role`, 'REGISTERED_USER']],
  ['a call may not be tried again', [`${things}/get/x-regards-call/retry`, 'never']],
  ['a parameter is gone', [`${things}/get/parameters/0`, undefined]],
  ['a parameter has another name', [`${things}/get/parameters/0/name`, 'sort']],
  ['a parameter moves to a header', [`${things}/get/parameters/0/in`, 'header']],
  ['a parameter becomes required', [`${things}/get/parameters/0/required`, true]],
  ['a new parameter is required', [`${things}/get/parameters/3`, { name: 'q', in: 'query', required: true, schema: string }]],
  ['a parameter takes fewer values', [`${things}/get/parameters/0/schema/enum`, ['A']]],
  ['a parameter is limited further', [`${things}/get/parameters/1/schema/maximum`, 50]],
  ['a parameter has another default', [`${things}/get/parameters/1/schema/default`, 10]],
  ['a list is written in another way', [`${things}/get/parameters/2/explode`, false]],
  ['a part of the path must be shorter', [`${thing}/parameters/0/schema/maxLength`, 8]],
  ['a body is required', [`${things}/post/requestBody/required`, true]],
  ['a media type is taken no more', [`${things}/post/requestBody/content/application~1geo+json`, undefined]],
  ['a member of a request becomes required', [`${schemas}/NewThing/required`, ['name', 'mode']]],
  ['a member of a request is gone', [`${newThing}/mode`, undefined]],
  ['a member of a request may not be null any more', [`${newThing}/count/type`, 'integer']],
  ['a text of a request must be of another form', [`${newThing}/name/pattern`, '^[A-Z]+$']],
  ['a request may have no other members', [`${schemas}/NewThing/additionalProperties`, false]],
  ['an element of a request has another type', [`${newThing}/parts/items/properties/weight/type`, 'string']],
  ['a success is answered with another status', [`${thing}/delete/responses/200`, { description: 'gone' }], [`${thing}/delete/responses/204`, undefined]],
  ['a member of an answer is gone', [`${told}/label`, undefined]],
  ['a member of an answer may be missing', [`${schemas}/Thing/required`, ['id']]],
  ['an answer has a value that nobody knows', [`${told}/state/enum`, ['NEW', 'DONE', 'LOST']]],
  ['a link is gone', [`${schemas}/ThingResource/x-regards-links/1`, undefined]],
  ['an answer has another media type', [`${things}/post/responses/201/content`, { 'application/xml': { schema: string } }]],
  ['a header of an answer may be missing', [`${things}/get/responses/200/headers/X-Total/required`, false]],
  ['an alternative is added to an answer', [`${told}/place/oneOf/2`, { type: 'boolean' }]],
  ['an answer may be null', [`${told}/since/type`, ['string', 'null']]],
];

export const restBenign: Seeds = [
  ['an operation is added', [`${things}/put`, { operationId: 'putThings', responses: {} }]],
  ['a path is added', ['/paths/~1others', { get: { operationId: 'getOthers', responses: {} } }]],
  ['a summary is another', [`${things}/get/summary`, 'Lists all.']],
  ['a description is added', [`${things}/get/description`, 'More.']],
  ['a role is lowered', [`${things}/post/x-regards-access/role`, 'EXPLOIT']],
  ['a call may be tried again', [`${things}/post/x-regards-call`, { retry: 'safe' }]],
  ['a call may take longer', [`${things}/get/x-regards-call/timeout`, '10s']],
  ['an optional parameter is added', [`${things}/get/parameters/3`, { name: 'q', in: 'query', schema: string }]],
  ['a parameter takes more values', [`${things}/get/parameters/0/schema/enum`, ['A', 'B', 'C']]],
  ['a parameter takes any text', [`${things}/get/parameters/0/schema`, string]],
  ['a parameter is limited less', [`${things}/get/parameters/1/schema/maximum`, 1000]],
  ['a parameter is described in other words', [`${things}/get/parameters/0/description`, 'other']],
  [
    'parameters stand in another order',
    [`${things}/get/parameters/0`, { name: 'size', in: 'query', schema: { type: 'integer', default: 20 } }],
    [`${things}/get/parameters/1`, { name: 'kind', in: 'query', schema: string }],
  ],
  ['a part of the path may be longer', [`${thing}/parameters/0/schema/maxLength`, 64]],
  ['another media type is taken', [`${things}/post/requestBody/content/application~1cbor`, { schema: {} }]],
  ['a member of a request is optional from now on', [`${schemas}/NewThing/required`, []]],
  ['an optional member of a request is added', [`${newThing}/colour`, string]],
  ['a member of a request may be null', [`${newThing}/mode/type`, ['string', 'null']], [`${newThing}/mode/enum`, ['FAST', 'SAFE', null]]],
  ['a member of a request takes any number', [`${newThing}/count/type`, ['number', 'null']]],
  ['a text of a request may have any form', [`${newThing}/name/pattern`, undefined]],
  ['more elements of a request are taken', [`${newThing}/parts/maxItems`, 20]],
  ['members of a request may be anything', [`${newThing}/extra/additionalProperties`, true]],
  ['a refusal is declared too', [`${things}/get/responses/403`, { description: 'no' }]],
  ['a refusal is declared no more', [`${things}/get/responses/400`, undefined]],
  ['an optional member is added to an answer', [`${told}/colour`, string]],
  ['a member is always there', [`${schemas}/Thing/required`, ['id', 'state', 'label']]],
  ['an answer has fewer values', [`${told}/state/enum`, ['NEW']]],
  ['a text of an answer is shorter', [`${told}/label/maxLength`, 64]],
  ['a link is added', [`${schemas}/ThingResource/x-regards-links/2`, { rel: 'list', operation: 'getThings', parameters: {} }]],
  ['a header is added to an answer', [`${things}/get/responses/200/headers/ETag`, { schema: string }]],
  ['an alternative of an answer is gone', [`${told}/place/oneOf/0`, undefined]],
  ['a schema is given to something else', [`${schemas}/Unused`, { type: 'object' }]],
];

const change = '/operations/thingChanged';
const request = '/operations/thingRequest';
const changed = '/schemas/ThingChanged';
const requested = '/schemas/ThingRequest';

export const messageBreaking: Seeds = [
  ['a message is told no more', [change, undefined]],
  ['a message is heard no more', [request, undefined]],
  ['a message goes the other way', [`${change}/action`, 'receive']],
  ['an exchange has another name', [`${change}/exchange/name`, 'regards.other']],
  ['an exchange has another type', [`${change}/exchange/type`, 'topic']],
  ['an exchange does not last', [`${change}/exchange/durable`, false]],
  ['a message is on another virtual host', [`${change}/virtualHost`, '/regards.instance.manager']],
  ['a routing key is another', [`${request}/routingKey`, 'stuff']],
  ['a type is another', [`${change}/type`, 'StuffChanged']],
  ['a converter is another', [`${change}/converter`, 'GSON']],
  ['a queue is another', [`${request}/handler`, 'OtherHandler']],
  ['an invalid request is not answered any more', [`${request}/delivery/invalid`, 'dead-letter']],
  ['a request reaches every instance', [`${request}/delivery/target`, 'all']],
  ['a member of a request becomes required', [`${requested}/required`, ['name', 'kind']]],
  ['a member of a request is gone', [`${requested}/properties/urgency`, undefined]],
  ['a request takes fewer values', [`${requested}/properties/kind/enum`, ['A']]],
  ['a request is limited further', [`${requested}/properties/urgency/maximum`, 5]],
  ['elements of a request have another type', [`${requested}/properties/parts/items/type`, 'integer']],
  ['a header of a request becomes required', ['/schemas/Headers/required', ['regards.tenant', 'regards.note']]],
  ['a member of what is told is gone', [`${changed}/properties/label`, undefined]],
  ['a member of what is told may be missing', [`${changed}/required`, ['id']]],
  ['what is told has a value that nobody knows', [`${changed}/properties/action/enum`, ['MADE', 'GONE', 'LOST']]],
  ['a member of what is told has another type', [`${changed}/properties/id/type`, 'string']],
];

export const messageBenign: Seeds = [
  ['a message is added', ['/operations/thingMoved', { action: 'send' }]],
  ['a message is told of in other words', [`${change}/summary`, 'Other.']],
  ['failures are tried more often', [`${request}/delivery/retry`, ['5s', '30s', '2min']]],
  ['batches are larger', [`${request}/delivery/batch/size`, 1000]],
  ['batches wait longer', [`${request}/delivery/batch/wait`, '50ms']],
  ['an optional member of a request is added', [`${requested}/properties/colour`, string]],
  ['a member of a request is optional from now on', [`${requested}/required`, []]],
  ['a request takes more values', [`${requested}/properties/kind/enum`, ['A', 'B', 'C']]],
  ['a request is limited less', [`${requested}/properties/urgency/maximum`, 99]],
  ['a text of a request may be longer', [`${requested}/properties/name/maxLength`, 128]],
  ['a member of a request may be null', [`${requested}/properties/name/type`, ['string', 'null']]],
  ['a member of a request takes any number', [`${requested}/properties/urgency/type`, 'number']],
  ['elements of a request may be anything', [`${requested}/properties/parts/items`, {}]],
  ['a member is added to what is told', [`${changed}/properties/colour`, string]],
  ['a member of what is told is always there', [`${changed}/required`, ['id', 'action', 'label']]],
  ['what is told has fewer values', [`${changed}/properties/action/enum`, ['MADE']]],
  ['what is told is shorter', [`${changed}/properties/label/maxLength`, 50]],
  ['what is told is described', [`${changed}/properties/id/description`, 'Which.']],
  ['a schema is given to something else', ['/schemas/Unused', { type: 'object' }]],
  ['an example is given', [`${changed}/examples`, [{ id: 1, action: 'MADE' }]]],
];
