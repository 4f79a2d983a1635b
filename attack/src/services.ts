/** Which services a platform has, and where they are found. */
import type { PlatformDescription } from './description.ts';

type Described = Pick<PlatformDescription, 'instances'>;

/** The registry itself, and what is asked before anybody knows of a registry. */
const unregistered: readonly string[] = ['rs-registry', 'rs-config'];

export const servicesOf = ({ instances }: Described): string[] => [...new Set(instances.map(({ service }) => service))];

export const registeredServices = (platform: Described): string[] =>
  servicesOf(platform).filter((service) => !unregistered.includes(service));

/** Those that the gateway leads to, which are all but itself. */
export const routedServices = (platform: Described): string[] =>
  registeredServices(platform).filter((service) => service !== 'rs-gateway');
