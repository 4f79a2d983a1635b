/** Names of datasets (products and models §2). */
import { entityInvalid, RefusedError } from '@regards/core';

const pattern = /^URN:AIP:DATASET:([^:]+):([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}):V([1-9]\d{0,2})$/;

/** The name of the first version. */
export const newUrn = (tenant: string, uuid: string): string => `URN:AIP:DATASET:${tenant}:${uuid}:V1`;

export const versionOf = (urn: string): number => Number(pattern.exec(urn)?.[3] ?? 1);

/** The name of whatever version is the last. */
export const virtualUrn = (urn: string): string => urn.replace(/:V\d+$/, ':LAST');

/** A name that the caller chose, when a dataset of this project can have it; throws RefusedError otherwise. */
export function chosenUrn(urn: string, tenant: string): string {
  const [, owner] = pattern.exec(urn) ?? [];
  if (owner === undefined)
    throw new RefusedError(entityInvalid(`id: ${urn} is no URN:AIP:DATASET:<project>:<uuid>:V<version>.`));
  if (owner !== tenant)
    throw new RefusedError(entityInvalid(`id: ${urn} is a name of project ${owner}, not of ${tenant}.`));
  return urn;
}
