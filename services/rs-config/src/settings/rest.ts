/** The operations by which administrators look at settings, change them and put them back. */
import { pageRequest } from '@regards/core';
import type { Caller } from '@regards/core';
import type { RsConfigServer } from '@regards/generated/rs-config/server';
import type { ServiceSettings } from '@regards/generated/rs-config/types';
import { defaultProfile } from './service.ts';
import type { SettingsService } from './service.ts';

type SettingsOperations = Pick<
  RsConfigServer,
  'getServiceSettings' | 'changeServiceSettings' | 'rollBackSettings' | 'getSettingsHistory'
>;

export function settingsOperations(settings: SettingsService, defaultLabel: string): SettingsOperations {
  const changeOf = (
    { caller }: { readonly caller: Caller },
    asked: { readonly service: string; readonly label?: string | undefined; readonly 'If-Match': string },
    { comment = '' }: { readonly comment?: string },
  ) => ({
    service: asked.service,
    label: asked.label ?? defaultLabel,
    version: asked['If-Match'].slice(1, -1),
    author: { name: caller.login, email: caller.email },
    comment,
  });
  return {
    getServiceSettings: async (_call, { service, label = defaultLabel, profile = defaultProfile }) =>
      answerOf(await settings.view({ service, label, profile })),
    changeServiceSettings: async (call, { body, ...asked }) =>
      answerOf(await settings.change({ ...changeOf(call, asked, body), settings: body.settings })),
    rollBackSettings: async (call, { body, ...asked }) =>
      answerOf(await settings.rollBack({ ...changeOf(call, asked, body), to: body.version })),
    getSettingsHistory: async (_call, { service, label = defaultLabel, ...asked }) => ({
      status: 200,
      body: await settings.history({ service, label }, pageRequest(asked)),
    }),
  };
}

const answerOf = (body: ServiceSettings) => ({ status: 200 as const, body, headers: { ETag: `"${body.version}"` } });
