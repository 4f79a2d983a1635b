/** Files that can be referenced and those that are refused (rs-fem §4, §7). */
import { describe, expect, test } from '@jest/globals';
import type { FeatureFile } from '@regards/generated/rs-fem/types';
import { fileFaults } from '../../src/features/domain/files.ts';

const file = (
  changes: Partial<FeatureFile['attributes']> = {},
  locations: FeatureFile['locations'] = [{ storage: 'web', url: 'https://example.org/a' }],
): FeatureFile => ({
  locations,
  attributes: {
    dataType: 'RAWDATA',
    mimeType: 'image/tiff',
    filename: 'a.tif',
    filesize: 1,
    algorithm: 'MD5',
    checksum: '0123456789abcdef0123456789ABCDEF',
    ...changes,
  },
});
const checksum = (number: number): string => number.toString(16).padStart(32, '0');

describe('files are kept', () => {
  test.each<[string, FeatureFile[]]>([
    ['when there are none', []],
    ['that are referenced', [file()]],
    ['whose checksum is no MD5 and has any form', [file({ algorithm: 'SHA-256', checksum: 'x' })]],
    ['whose algorithm is written small', [file({ algorithm: 'sha-512' })]],
    [
      'in several storages',
      [
        file({}, [
          { storage: 'a', url: 'file:///a' },
          { storage: 'b', url: 's3://bucket/key' },
        ]),
      ],
    ],
    ['a hundred at a time', Array.from({ length: 100 }, (_, number) => file({ checksum: checksum(number) }))],
  ])('%s', (_name, files) => {
    expect(fileFaults(files, false)).toEqual([]);
  });
});

describe('files are refused', () => {
  test.each<[string, FeatureFile[], boolean, string]>([
    ['whose MD5 is too short', [file({ checksum: 'abc' })], false, 'feature.files.0.attributes.checksum'],
    ['whose digest nobody knows', [file({ algorithm: 'CRC99' })], false, 'feature.files.0.attributes.algorithm'],
    [
      'whose address is none',
      [file({}, [{ storage: 'web', url: 'no address' }])],
      false,
      'feature.files.0.locations.0.url',
    ],
    ['that share a checksum', [file(), file()], false, 'feature.files.1.attributes.checksum'],
    [
      'that are stored and referenced',
      [file(), file({ checksum: checksum(1) }, [{ url: 'https://example.org/b' }])],
      true,
      'cannot be mixed',
    ],
    [
      'that are to be stored nowhere',
      [file({}, [{ storage: null, url: 'https://example.org/b' }])],
      false,
      'metadata.storages',
    ],
    ['that are to be stored', [file({}, [{ url: 'https://example.org/b' }])], true, 'not stored yet'],
    [
      'when there are more than a hundred',
      Array.from({ length: 101 }, (_, number) => file({ checksum: checksum(number) })),
      false,
      'there are 101',
    ],
  ])('%s', (_name, files, hasStorages, told) => {
    expect(fileFaults(files, hasStorages)).toEqual([expect.stringContaining(told)]);
  });
});
