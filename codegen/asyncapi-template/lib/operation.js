// Reads what the binding of one operation needs from the AsyncAPI document.

const units = { ms: 1, s: 1000, min: 60_000, h: 3_600_000 };

export function milliseconds(text) {
  const [, number, unit] = /^(\d+)(ms|s|min|h)$/.exec(String(text)) ?? [];
  if (number === undefined) throw new Error(`${text} is no time; write it as 100ms, 5s or 2min`);
  return Number(number) * units[unit];
}

const extension = (object, name) => object.extensions().get(name)?.value();

export function described(operation) {
  const [channel] = operation.channels().all();
  const [message] = operation.messages().all();
  if (!channel || !message) throw new Error(`operation ${operation.id()} has no channel or no message`);
  const exchange = channel.bindings().get('amqp')?.value()?.exchange ?? {};
  const [server] = channel.servers().all();
  const pathname = server?.pathname?.() ?? server?.json?.()?.pathname ?? '';
  return {
    id: operation.id(),
    action: operation.action(),
    summary: operation.summary() ?? message.summary() ?? '',
    description: operation.description() ?? message.description() ?? '',
    virtualHost: pathname.includes('instance') ? 'instance' : 'multitenant',
    exchange: {
      name: exchange.name ?? channel.address(),
      type: exchange.type ?? 'fanout',
      durable: exchange.durable ?? true,
    },
    routingKey: extension(channel, 'x-regards-routing-key') ?? '',
    type: extension(message, 'x-regards-type') ?? '',
    converter: extension(message, 'x-regards-converter') ?? 'JACKSON',
    payload: message.payload()?.json()?.title ?? '',
    headers: message.headers()?.json()?.title,
    handler: extension(operation, 'x-regards-handler') ?? '',
    delivery: extension(operation, 'x-regards-delivery') ?? {},
  };
}
