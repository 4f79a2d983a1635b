/** A product as the feature manager tells of it, and as the index keeps it. */

/** A change of one product; a higher revision of the same URN is newer, whatever the order of arrival. */
export interface ProductChange {
  readonly urn: string;
  readonly providerId: string;
  readonly version: number;
  readonly last: boolean;
  readonly model: string;
  readonly revision: number;
  /** ISO 8601 in UTC. */
  readonly created: string;
  /** The GeoJSON feature, absent when the product was deleted. */
  readonly feature?: ProductFeature;
}

export interface ProductFeature {
  readonly geometry?: object | null | undefined;
  readonly bbox?: readonly number[] | null | undefined;
  readonly properties?: Readonly<Record<string, unknown>> | null | undefined;
  readonly files?: readonly ProductFile[] | null | undefined;
}

export interface ProductFile {
  readonly locations: readonly { readonly url: string; readonly storage?: string | null | undefined }[];
  readonly attributes: {
    readonly dataType: string;
    readonly mimeType: string;
    readonly filename: string;
    readonly filesize?: number | null | undefined;
    readonly algorithm?: string | null | undefined;
    readonly checksum?: string | null | undefined;
  };
}

/** An attribute of a model, as far as showing it goes. */
export interface Attribute {
  /** Absent for attributes outside of any fragment. */
  readonly fragment?: string;
  readonly name: string;
  readonly type: string;
  /** The name that the model itself gives it in STAC. */
  readonly stacName?: string;
}
