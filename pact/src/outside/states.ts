/** What programs of other teams may rely on being there when they write a pact: states by the provider's name. */
import { featureRequest } from '@regards/generated/rs-fem/messages';
import type { Publication } from '@regards/core';
import { findable, publishImages } from '../catalogue.ts';
import { importModel, modelXml } from '../model.ts';
import { addUser } from '../people.ts';
import { askForProduct } from '../products.ts';
import type { Sent } from '../provider.ts';
import type { Scene } from '../scene.ts';

export interface OutsideState {
  readonly provider: string;
  readonly name: string;
  readonly enter: () => Promise<void>;
  /** What the provider sends in this state, by the message's own type; a state without any is for calls alone. */
  readonly sends?: { readonly publication: Publication; readonly next: () => Promise<Sent> };
}

/** @param scene runs every business service */
export async function outsideStates(scene: Scene): Promise<OutsideState[]> {
  const answered = await scene.hear(featureRequest);
  return [
    {
      provider: 'rs-authentication',
      name: 'ada@example.org is a user of demo with the password Right-2026-word',
      enter: () => addUser(scene),
    },
    { provider: 'rs-dam', name: 'the model IMAGE is there', enter: () => importModel(scene, modelXml) },
    { provider: 'rs-fem', name: 'the model IMAGE is there', enter: () => importModel(scene, modelXml) },
    {
      provider: 'rs-fem',
      name: 'the product PRODUCT_1 is asked for',
      enter: async () => {
        await importModel(scene, modelXml);
        await askForProduct(scene.platform.broker);
      },
      sends: {
        publication: featureRequest,
        next: () => answered(({ state }: { state: string }) => state === 'SUCCESS'),
      },
    },
    {
      provider: 'rs-catalog',
      name: 'the product PRODUCT_1 can be found',
      enter: async () => {
        await publishImages(scene);
        await findable(scene);
      },
    },
  ];
}
