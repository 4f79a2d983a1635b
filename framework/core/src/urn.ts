/** Uniform resource names of products: URN:<identifier>:<entity type>:<tenant>:<uuid>:V<n>, read, written and made. */
import { hash } from 'node:crypto';

export interface Urn {
  /** SIP, AIP, DIP or FEATURE. */
  readonly identifier: string;
  /** DATA, DATASET or COLLECTION. */
  readonly entityType: string;
  readonly tenant: string;
  readonly uuid: string;
  /** `LAST` is the virtual name of whichever version is the last. */
  readonly version: number | 'LAST';
  readonly order?: number;
  readonly revision?: string;
}

/** The greatest version that the grammar has room for. */
export const greatestVersion = 999;

const grammar = /^URN:([^:]+):([^:]+):([^:]+):([^:]+):(?:V(\d{1,3})|LAST)(?:,(\d+))?(?::REV(.+))?$/s;

/** The parts of a URN, undefined for a text that is none. */
export function parseUrn(text: string): Urn | undefined {
  const [, identifier, entityType, tenant, uuid, version, order, revision] = grammar.exec(text) ?? [];
  if (!identifier || !entityType || !tenant || !uuid) return undefined;
  return {
    identifier,
    entityType,
    tenant,
    uuid,
    version: version === undefined ? 'LAST' : Number(version),
    ...(order === undefined ? {} : { order: Number(order) }),
    ...(revision === undefined ? {} : { revision }),
  };
}

export function formatUrn({ identifier, entityType, tenant, uuid, version, order, revision }: Urn): string {
  const name = `URN:${identifier}:${entityType}:${tenant}:${uuid}:${version === 'LAST' ? 'LAST' : `V${version}`}`;
  return `${name}${order === undefined ? '' : `,${order}`}${revision === undefined ? '' : `:REV${revision}`}`;
}

/** The UUID of a name: version 3 of RFC 9562 §5.3, MD5 of the UTF-8 bytes alone, without a name space before them. */
export function nameBasedUuid(name: string): string {
  const bytes = hash('md5', name, 'buffer');
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x30, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const text = bytes.toString('hex');
  return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join('-');
}
