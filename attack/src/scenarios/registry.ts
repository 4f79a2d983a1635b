/** The registry from within: nobody takes the name of a service of the platform without its credential. */
import { randomUUID } from 'node:crypto';
import type { Probe, Scenario } from '../scenario.ts';
import { registeredServices, servicesOf } from '../services.ts';
import type { Target } from '../target.ts';

const guesses = [
  undefined,
  'admin:admin',
  'eureka:eureka',
  'regards:',
  'regards:regards',
  ':',
  'regards:secret',
] as const;

export const registry: Scenario = {
  name: 'registry',
  sentence: "Nobody registers, ends or overrides an instance of the platform's own services without their credential.",
  plan: async (target) => ({
    probes: servicesOf(target.platform).flatMap((service) =>
      guesses.flatMap((guess) => probes(target, service, guess)),
    ),
    inTurn: [{ input: 'the instances, looked at afterwards', run: () => impostors(target) }],
  }),
};

const evil = 'evil:1';

function probes({ platform }: Target, service: string, guess: string | undefined): Probe[] {
  const [base = platform.gateway] = platform.registry;
  const live = platform.instances.find((one) => one.service === service)?.id ?? randomUUID();
  const attempts = [
    ['POST', `/eureka/apps/${service.toUpperCase()}`],
    ['POST', `/eureka/apps/${service}`],
    ['DELETE', `/eureka/apps/${service.toUpperCase()}/${live}`],
    ['PUT', `/eureka/apps/${service.toUpperCase()}/${live}/status?value=OUT_OF_SERVICE`],
  ] as const;
  return attempts.map(([method, path]) => ({
    input: `${method} ${path} by ${guess ?? 'nobody'}`,
    async run() {
      const { status } = await fetch(`${base}${path}`, {
        method,
        headers: {
          'content-type': 'application/json',
          ...(guess === undefined ? {} : { authorization: `Basic ${btoa(guess)}` }),
        },
        ...(method === 'POST' ? { body: JSON.stringify(instanceOf(service)) } : {}),
      });
      return status === 401 || status === 403 ? undefined : `answered ${status}`;
    },
  }));
}

/** A port where nobody is: whoever is sent there is answered by nobody. */
const instanceOf = (service: string): object => ({
  instance: {
    app: service.toUpperCase(),
    instanceId: evil,
    hostName: '192.0.2.1',
    ipAddr: '192.0.2.1',
    vipAddress: service,
    status: 'UP',
    port: { $: 80, '@enabled': 'true' },
  },
});

async function impostors({ platform }: Target): Promise<string | undefined> {
  const [base = platform.gateway] = platform.registry;
  const text = await (await fetch(`${base}/eureka/apps`, { headers: { accept: 'application/json' } })).text();
  if (text.includes(evil) || text.includes('OUT_OF_SERVICE'))
    return 'an impostor is listed, or an instance was taken out';
  const missing = registeredServices(platform).filter((name) => !text.includes(name));
  return missing.length === 0 ? undefined : `${missing.join(', ')} went`;
}
