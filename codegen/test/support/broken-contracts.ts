/** Each rule of contracts, broken once. */

const things = 'rs-example/paths/things.yaml';
const files = 'rs-example/paths/files.yaml';
const messages = 'rs-example/asyncapi.yaml';
const settings = 'rs-example/settings.yaml';
const page = 'rs-example/schemas/ThingPage.yaml';
const thing = 'rs-example/schemas/Thing.yaml';
const list = 'rs-example/schemas/ThingResources.yaml';
const resource = 'rs-example/schemas/ThingResource.yaml';

/** File, what stands there, what is written instead, and the one fault that follows. */
export const broken: readonly (readonly [string, string, string, string])[] = [
  [
    things,
    'operationId: deleteThing',
    'operationId: delete-thing',
    `${things} delete-thing: operationId is missing, or not in camelCase`,
  ],
  [
    things,
    'operationId: getCounts',
    'operationId: getThing',
    `${things} getThing: operationId stands in contracts/${things} too`,
  ],
  [
    messages,
    ', x-regards-no-dead-letters: Nobody runs it.',
    '',
    'rs-example/openapi.yaml: ../common/paths/dead-letters.yaml is not taken in (queues, letters)',
  ],
  [things, '    summary: Makes a thing.\n', '', `${things} createThing: summary is missing`],
  [
    things,
    '    description: Its number is given by the service.\n',
    '',
    `${things} createThing: description is missing`,
  ],
  [things, '    x-regards-access: { role: ADMIN }\n', '', `${things} deleteThing: x-regards-access is missing`],
  [
    things,
    'role: ADMIN',
    'role: BOSS',
    `${things} deleteThing: x-regards-access is missing; { role: … } with one of PUBLIC`,
  ],
  [things, 'retry: safe', 'retry: often', `${things} createThing: x-regards-call.retry is safe or never`],
  [things, 'timeout: 5s', 'timeout: soon', `${things} getThing: x-regards-call.timeout is no time`],
  [
    things,
    "      '401': { $ref: ../../common/responses.yaml#/Unauthorized }\n",
    '',
    `${things} getThings: response 401 is missing`,
  ],
  [
    things,
    "      '403': { $ref: ../../common/responses.yaml#/Forbidden }\n",
    '',
    `${things} getThings: response 403 is missing`,
  ],
  [
    things,
    "      '400': { $ref: ../../common/responses.yaml#/BadRequest }\n",
    '',
    `${things} createThing: response 400 is missing`,
  ],
  [
    things,
    "      '415': { $ref: ../../common/responses.yaml#/UnsupportedMediaType }\n",
    '',
    `${things} createThing: response 415 is missing`,
  ],
  [things, "'204'", 'default', `${things} deleteThing: response default: each status stands for itself`],
  [things, 'name: x-reason', 'name: body', `${things} createThing: a parameter may not be called body`],
  [things, 'description: Why., ', '', `${things} createThing: description of parameter x-reason is missing`],
  [
    things,
    '{ $ref: ../schemas/Counts.yaml }',
    '{ type: object, properties: { sum: { type: integer } } }',
    `${things} getCounts: response 200: an object schema stands in a file`,
  ],
  [
    files,
    '{ $ref: ../schemas/ThingFile.yaml }',
    '{ type: object, properties: {} }',
    `${files} importThings: request body multipart/form-data: an object schema`,
  ],
  [
    files,
    'text/plain: { schema: { type: string } }',
    'text/plain: {}',
    `${files} getThingNote: response 200: text/plain has no schema`,
  ],
  [
    messages,
    '    x-regards-handler: example.ThingRequestHandler\n',
    '',
    `${messages} thingRequest: x-regards-handler is missing`,
  ],
  [
    messages,
    'example.ParcelSentHandler',
    'example.ThingRequestHandler',
    `${messages} parcelSent: x-regards-handler names the queue of thingRequest too`,
  ],
  [
    messages,
    '    x-regards-delivery: { target: all, retry: [] }\n',
    '',
    `${messages} parcelSent: x-regards-delivery is missing`,
  ],
  [messages, 'target: all', 'target: some', `${messages} parcelSent: x-regards-delivery.target is one or all`],
  [messages, 'size: 50', 'size: 0', `${messages} thingRequest: x-regards-delivery.batch.size is a number from 1`],
  [messages, 'wait: 20ms', 'wait: 20', `${messages} thingRequest: x-regards-delivery: 20 is no time`],
  [messages, '1min]', '1minute]', `${messages} thingRequest: x-regards-delivery: 1minute is no time`],
  [
    messages,
    'invalid: answer',
    'invalid: ignore',
    `${messages} thingRequest: x-regards-delivery.invalid is dead-letter or answer`,
  ],
  [messages, '    summary: Has a thing sent.\n', '', `${messages} parcelRequest: summary is missing`],
  [
    messages,
    '      x-regards-type: example.ThingChangedEvent\n',
    '',
    `${messages} thingChanged: x-regards-type of its message is missing`,
  ],
  [
    messages,
    'x-regards-converter: JACKSON',
    'x-regards-converter: XML',
    `${messages} thingChanged: x-regards-converter of its message is GSON or JACKSON`,
  ],
  [
    messages,
    'payload: { $ref: schemas/ThingChangedEvent.yaml }',
    'payload: { type: object }',
    `${messages} thingChanged: the payload of its message is a file`,
  ],
  [
    messages,
    'headers: { $ref: schemas/ThingRequestHeaders.yaml }',
    'headers: { type: object }',
    `${messages} thingRequest: the headers of its message are a file`,
  ],
  [
    messages,
    '/regards.instance.manager',
    '/elsewhere',
    `${messages} thingChanged: its channel has one server, with the pathname`,
  ],
  [
    messages,
    'exchange: { name: regards.broadcast.example.ThingChangedEvent, ',
    'exchange: { ',
    `${messages} thingChanged: bindings.amqp.exchange.name`,
  ],
  [
    messages,
    '  thingChanged:\n    action',
    '  thing-changed:\n    action',
    `${messages} thing-changed: an operation is named in camelCase`,
  ],
  [settings, 'type: number', 'type: object', `${settings} regards.example.ratio: type is one of`],
  [settings, ', description: A share.', '', `${settings} regards.example.ratio: description is missing`],
  [settings, 'regards.example.ratio', 'Ratio', `${settings} Ratio: a key is lower case words between dots`],
  [
    settings,
    'type: object\n',
    'type: object\nrequired: [regards.example.size]\n',
    `${settings} regards.example.size: a setting with a default is not required`,
  ],
  [
    'rs-example/schemas/Thing.yaml',
    'title: Thing',
    'title: Thong',
    'rs-example/schemas/Thing.yaml: title is not the file',
  ],
  [
    'rs-example/schemas/ThingState.yaml',
    'description: What became of it.\n',
    '',
    'rs-example/schemas/ThingState.yaml: description is missing',
  ],
  [
    'rs-example/schemas/ThingChangedEvent.yaml',
    './ThingState.yaml',
    './Nowhere.yaml',
    'rs-example/schemas/ThingChangedEvent.yaml properties.state: ./Nowhere.yaml leads to no schema',
  ],
  [
    'rs-example/schemas/Counts.yaml',
    '{ type: integer }',
    '{ title: Count, type: integer }',
    'rs-example/schemas/Counts.yaml additionalProperties: only a file has a title',
  ],
  [
    'rs-example/schemas/Counts.yaml',
    'type: object\n',
    'type: object\n$defs: {}\n',
    'rs-example/schemas/Counts.yaml: $defs is not used',
  ],
  [resource, '  links: { $ref: ../../common/schemas/Links.yaml }\n', '', `${resource}: a resource has links`],
  [page, './ThingResource.yaml', './Thing.yaml', `${page}: the elements of a page are resources`],
  [page, '  metadata: { $ref: ../../common/schemas/PageMetadata.yaml }\n', '', `${page}: a page has metadata`],
  [page, 'envelope: page', 'envelope: book', `${page}: x-regards-envelope is one of`],
  [
    'rs-example/schemas/Thing.yaml',
    'type: object\n',
    'x-regards-links: []\ntype: object\n',
    'rs-example/schemas/Thing.yaml: x-regards-links stands on a resource',
  ],
  [
    thing,
    'tags: { type: array, maxItems: 16',
    'tags: { type: array',
    `${thing} properties tags: maxItems is missing; a list that is not given in pages`,
  ],
  [list, 'maxItems: 1000\n', '', `${list}: maxItems is missing`],
  [
    page,
    'x-regards-envelope: page\n',
    '',
    `${page} properties content: maxItems is missing; a list that is not given in pages`,
  ],
];
