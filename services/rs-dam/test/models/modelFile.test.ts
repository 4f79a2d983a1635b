/** A model file is read to values and written to a file that reads to the same. */
import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { RefusedError } from '@regards/core';
import { documentFaults } from '../../src/models/domain/document.ts';
import type { ModelDocument } from '../../src/models/domain/document.ts';
import { readModelFile } from '../../src/models/domain/modelFileReader.ts';
import { writeModelFile } from '../../src/models/domain/modelFileWriter.ts';
import { parseXml } from '../../src/models/rest/xmlParser.ts';
import { jsonSchemas } from '../../src/jsonSchemas.ts';
import { referenceModels } from '../referenceModels.ts';

const judge = jsonSchemas().fault;
const read = (xml: string | Uint8Array): ModelDocument =>
  readModelFile(parseXml(typeof xml === 'string' ? Buffer.from(xml) : xml));
const again = (document: ModelDocument): ModelDocument => read(writeModelFile(document));

function refusalOf(xml: string | Uint8Array): string {
  try {
    read(xml);
  } catch (error) {
    if (error instanceof RefusedError && error.refusal.code === 'unreadable-request')
      return error.refusal.messages.join(' ');
    throw error;
  }
  return 'accepted';
}

describe('a model file', () => {
  const ocean = read(readFileSync(new URL('./ocean-model.xml', import.meta.url)));

  test('is read with everything it declares', () => {
    expect(ocean).toMatchObject({
      name: 'OCEAN',
      description: 'Sea surface & ice',
      version: '1.2',
      type: 'DATA',
      fragments: [{ name: 'ice', description: 'Ice' }],
    });
    expect(ocean.attributes.map(({ fragment, name, type }) => [fragment, name, type])).toEqual([
      ['default', 'level', 'STRING'],
      ['default', 'cloud_cover', 'DOUBLE'],
      ['default', 'provider', 'JSON'],
      ['ice', 'code', 'STRING'],
      ['ice', 'orbits', 'INTEGER_ARRAY'],
    ]);
    expect(ocean.attributes.map(({ declaration }) => declaration.restriction)).toEqual([
      { type: 'ENUMERATION', acceptableValues: ['L1', 'L2'] },
      { type: 'DOUBLE_RANGE', min: 0, max: 100.5, minExcluded: false, maxExcluded: true },
      { type: 'JSON_SCHEMA', jsonSchema: '{ "type": "object", "required": ["name"] }', indexableFields: ['name'] },
      { type: 'PATTERN', pattern: '[A-Z]{2}<?' },
      { type: 'INTEGER_RANGE', min: 1, max: 584, minExcluded: false, maxExcluded: false },
    ]);
    expect(ocean.attributes[0]?.declaration).toMatchObject({
      alterable: false,
      optional: false,
      indexed: true,
      unit: 'unitless',
      properties: [{ key: 'stac', value: 'processing:level' }],
    });
    expect(ocean.attributes[1]?.declaration).toMatchObject({
      alterable: true,
      optional: true,
      indexed: false,
      unit: '%',
      precision: 2,
      group: 'quality',
      description: 'Share of clouds',
    });
    expect(ocean.attributes[2]?.declaration.esMapping).toBe('{ "type": "object" }');
  });

  test('has no fault and is written to a file that reads to the same', () => {
    expect(documentFaults(ocean, judge)).toEqual([]);
    expect(again(ocean)).toEqual(ocean);
  });

  test('keeps characters that XML has a meaning for, and replaces those it cannot write', () => {
    const odd = { ...ocean, description: `a<b>&"'\r\n\tc`, version: undefined };
    expect(again(odd).description).toBe(`a<b>&"'\r\n\tc`);
    const [first, ...others] = ocean.attributes;
    const remark = { key: 'k', value: 'line\nbreak\t"quoted" & <tag>' };
    const noted = {
      ...ocean,
      attributes: first ? [{ ...first, declaration: { ...first.declaration, properties: [remark] } }, ...others] : [],
    };
    expect(again(noted).attributes[0]?.declaration.properties).toEqual([remark]);
    expect(again({ ...ocean, description: 'bell\u0007end' }).description).toBe('bell\uFFFDend');
  });

  test('may be UTF-16 where a byte order mark says so', () => {
    const text = '\uFEFF<model><name>M</name><description>é</description><type>DATA</type></model>';
    expect(read(Buffer.from(text, 'utf16le')).description).toBe('é');
  });
});

/** Some of REGARDS's files break its own rules (products and models §9, §10.2). */
const faulty: Readonly<Record<string, string>> = {
  'model_json_schema_invalid.xml': 'Attribute test_fa_sba: the JSON schema has no validator.',
  'sample-model-minimal.xml': 'Attribute CRS: attributes of COLLECTION models are given, not computed.',
  'sample-model.xml': 'Attribute CRS: attributes of COLLECTION models are given, not computed.',
};

describe('every model file of REGARDS', () => {
  const files = referenceModels();

  test('is read and written to a file that reads to the same', () => {
    for (const { path, xml } of files) {
      const document = read(xml);
      const expected = faulty[path.split('/').at(-1) ?? ''];
      expect([path, documentFaults(document, judge)]).toEqual([path, expected === undefined ? [] : [expected]]);
      expect([path, again(document)]).toEqual([path, document]);
    }
  });
});

const attribute = (inside: string): string =>
  ['<model>', '<name>M</name><type>DATA</type>', '<attribute><label>a</label><name>a</name><type>STRING</type>']
    .join('\n')
    .concat(inside, '</attribute></model>');

describe('a file that is no model is refused with the line', () => {
  test.each([
    ['is not XML', 'this is not XML', /no XML/],
    ['ends too early', '<model><name>M</name>', /Line 1: the file is no XML/],
    ['is empty', '', /no XML|no element/],
    ['has another root', '<something/>', /the root is <something>/],
    ['is a fragment', '<fragment><name>F</name></fragment>', /the root is <fragment>/],
    ['has no name', '<model><type>DATA</type></model>', /<model> has no <name>/],
    ['has no type', '<model><name>M</name></model>', /<model> has no <type>/],
    ['has an unknown type', '<model><name>M</name><type>DOCUMENT</type></model>', /no model of type DOCUMENT/],
    [
      'has two names',
      '<model><name>M</name>\n<name>N</name><type>DATA</type></model>',
      /Line 2: <model> has one <name> at most/,
    ],
    [
      'has an unknown element',
      '<model><name>M</name>\n\n<colour/><type>DATA</type></model>',
      /Line 3: <colour> is not expected in <model>/,
    ],
    ['has an unknown attribute', '<model colour="red"><name>M</name><type>DATA</type></model>', /no attribute colour/],
    ['has text between', '<model>hello<name>M</name><type>DATA</type></model>', /no text of its own/],
    [
      'has an attribute of an unknown type',
      attribute('').replace('STRING', 'NO_TYPE'),
      /Line 3: there is no attribute of type NO_TYPE/,
    ],
    ['has an attribute of type OBJECT', attribute('').replace('STRING', 'OBJECT'), /no attribute of type OBJECT/],
    [
      'has an attribute of type ENUMERATION',
      attribute('').replace('STRING', 'ENUMERATION'),
      /no attribute of type ENUMERATION/,
    ],
    ['has an attribute without label', attribute('').replace('<label>a</label>', ''), /<attribute> has no <label>/],
    [
      'has two restrictions in one',
      attribute('<restriction><pattern>a</pattern><pattern>b</pattern></restriction>'),
      /of one kind/,
    ],
    [
      'has half a range',
      attribute('<restriction><integer_range><min>1</min></integer_range></restriction>'),
      /has a <min> and a <max>/,
    ],
    [
      'has a bound that is no number',
      attribute('<restriction><long_range><min>x</min><max>2</max></long_range></restriction>'),
      /<min> is no number: x/,
    ],
    [
      'has a flag that is none',
      attribute('').replace('<attribute>', '<attribute optional="maybe">'),
      /optional of <attribute> is true or false/,
    ],
    ['has a property without value', attribute('<property key="k"/>'), /<property> has no value/],
    [
      'computes two things',
      attribute('<computation><label>c</label><count/><count/></computation>'),
      /computes one thing/,
    ],
    [
      'declares entities',
      '<!DOCTYPE m [<!ENTITY a "aaaaaaaaaa">]><model><name>M</name><description>&a;</description></model>',
      /type declaration/,
    ],
    [
      'names a file of the server',
      '<!DOCTYPE m [<!ENTITY f SYSTEM "file:///etc/passwd">]><model><name>&f;</name></model>',
      /type declaration/,
    ],
    ['uses an unknown entity', '<model><name>&nbsp;</name><type>DATA</type></model>', /no XML/],
    ['is nested without end', '<model>'.repeat(100_000), /more than 16 deep/],
  ])('one that %s', (_, xml, reason) => {
    expect(refusalOf(xml)).toMatch(reason);
  });

  test('one that is no text in UTF-8', () => {
    expect(refusalOf(Buffer.from([0x3c, 0xff, 0xfe, 0x3e]))).toMatch(/no text in UTF-8/);
  });

  test('one of more elements than a model can have', () => {
    expect(refusalOf(`<model><name>M</name><type>DATA</type>${'<a/>'.repeat(100_001)}</model>`)).toMatch(
      /more than 100000 elements/,
    );
  });
});
