/** What every service relies on of rs-registry: a lease that is kept, and the list of others with its changes. */
import { MatchersV3 } from '@pact-foundation/pact';
import { afterAll, expect, test } from '@jest/globals';
import { silentLog } from '@regards/core';
import { createDiscovery, register } from '@regards/discovery';
import { routes } from '@regards/generated/rs-registry/routes';
import { until } from '@regards/testing';
import { consumerOf } from '../src/consumer.ts';

const { eachLike, integer, like, regex, string } = MatchersV3;
const edge = consumerOf({ folder: import.meta.dirname, consumer: 'framework', provider: 'rs-registry' });
const own = { application: 'RS-THINGS', instanceId: 'rs-things-1' };
const state = 'an instance of rs-things is registered';
const instance = { service: 'rs-things', instanceId: 'rs-things-1', host: '127.0.0.1', port: 9101 };

afterAll(() => edge.keep());

test('an instance registers, keeps its lease and ends it', () =>
  edge.calls(
    [
      {
        state: 'no instance of rs-things is registered',
        what: 'a registration',
        route: routes.registerInstance,
        parameters: { application: own.application },
        body: {
          instance: {
            instanceId: 'rs-things-1',
            app: 'RS-THINGS',
            vipAddress: 'rs-things',
            secureVipAddress: 'rs-things',
            hostName: '127.0.0.1',
            ipAddr: '127.0.0.1',
            port: { $: 9101, '@enabled': 'true' },
            securePort: { $: 443, '@enabled': 'false' },
            status: 'UP',
            overriddenStatus: 'UNKNOWN',
            countryId: 1,
            dataCenterInfo: { '@class': like('com.netflix.appinfo.InstanceInfo$DefaultDataCenterInfo'), name: 'MyOwn' },
            leaseInfo: { renewalIntervalInSecs: integer(1), durationInSecs: integer(5) },
            homePageUrl: 'http://127.0.0.1:9101/',
            statusPageUrl: 'http://127.0.0.1:9101/actuator/info',
            healthCheckUrl: 'http://127.0.0.1:9101/actuator/health',
            metadata: { 'management.port': '9101' },
            lastDirtyTimestamp: regex(/^\d+$/, '1767323045678'),
          },
        },
        status: 204,
      },
      {
        state,
        what: 'a heartbeat',
        route: routes.renewLease,
        parameters: { ...own, status: 'UP' },
        query: { lastDirtyTimestamp: regex(/^\d+$/, '1767323045678') },
        status: 200,
      },
      { state, what: 'the end of a lease', route: routes.cancelLease, parameters: own, status: 200 },
    ],
    async (url) => {
      const said: string[] = [];
      const note = (_values: object, text = ''): void => void said.push(text);
      const log = { ...silentLog, info: note, warn: note };
      const registration = register({ registryUrls: [url], instance, log });
      await registration.registered;
      // A heartbeat a second; the mock insists on having seen one.
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      await registration.stop();
      expect(said).toEqual(['registered as rs-things-1', 'deregistered rs-things-1']);
    },
  ));

const applications = {
  apps__hashcode: string('UP_1_'),
  application: eachLike({
    instance: eachLike({
      app: 'RS-THINGS',
      instanceId: 'rs-things-1',
      hostName: '127.0.0.1',
      port: { $: integer(9101), '@enabled': 'true' },
      status: 'UP',
      actionType: string('ADDED'),
    }),
  }),
};

test('a service finds the instances of another, and follows the changes', () =>
  edge.calls(
    [
      { state, what: 'all instances', route: routes.getApplications, status: 200, answer: { applications } },
      { state, what: 'what has changed', route: routes.getDelta, status: 200, answer: { applications } },
    ],
    async (url) => {
      const discovery = createDiscovery({ registryUrls: [url], log: silentLog });
      await discovery.ready;
      const [found] = await until(() => discovery.instances('rs-things'));
      expect(found).toMatchObject({ id: 'rs-things-1', url: 'http://127.0.0.1:9101', status: 'UP' });
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      await discovery.stop();
    },
  ));
