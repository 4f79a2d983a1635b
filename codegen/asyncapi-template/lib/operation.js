// Reads what the binding of one operation needs from the AsyncAPI document.

const extension = (object, name) => object.extensions().get(name)?.value();

export function described(operation, { service, owners, foreign, deliveries }) {
  const [channel] = operation.channels().all();
  const [message] = operation.messages().all();
  const exchange = channel.bindings().get('amqp').value().exchange;
  // A channel of another document brings its server along, which is none of this document's.
  const [server] = channel.json().servers;
  const payload = message.payload().json().title;
  const headers = message.headers()?.json().title;
  return {
    id: operation.id(),
    isReceived: operation.action() === 'receive',
    isForeign: foreign.includes(operation.id()),
    docs: [operation.summary() ?? message.summary(), operation.description() ?? message.description()].map(
      (text) => text ?? '',
    ),
    virtualHost: server.pathname === '/regards.instance.manager' ? 'instance' : 'multitenant',
    exchange: { name: exchange.name, type: exchange.type ?? 'fanout', durable: exchange.durable ?? true },
    routingKey: extension(channel, 'x-regards-routing-key') ?? '',
    type: extension(message, 'x-regards-type'),
    converter: extension(message, 'x-regards-converter'),
    payload: { name: payload, owner: owners[payload] },
    headers: headers === undefined ? undefined : { name: headers, owner: owners[headers] },
    service,
    handler: extension(operation, 'x-regards-handler'),
    delivery: deliveries[operation.id()],
  };
}
