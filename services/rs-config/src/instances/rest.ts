/** The operations of instances, and of those who look after them. */
import { pageRequest } from '@regards/core';
import type { RsConfigServer } from '@regards/generated/rs-config/server';
import type { InstanceService } from './service.ts';

type InstanceOperations = Pick<RsConfigServer, 'followSettings' | 'getConfiguredInstances'>;

export const instanceOperations = (instances: InstanceService): InstanceOperations => ({
  async followSettings({ caller, signal }, { service, instanceId, body }) {
    const version = await instances.follow({ service, instanceId, role: caller.role }, body, signal);
    return { status: 200, body: { version } };
  },
  getConfiguredInstances: async (_call, { service, ...asked }) => ({
    status: 200,
    body: await instances.list(service, pageRequest(asked)),
  }),
});
