/** Runs openapi-generator with our templates over all documents in one Java process. */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { camel, pascal } from '../contracts.ts';
import { objectOf } from './prepare.ts';
import type { Prepared } from './prepare.ts';

const run = promisify(execFile);
const codegen = path.resolve(import.meta.dirname, '../..');
const version = '7.23.0';
/** Its tool keeps what it fetched in the one place or the other. */
const jars = ['.cache', 'node_modules/@openapitools/openapi-generator-cli/versions'].map((folder) =>
  path.join(codegen, folder, `${version}.jar`),
);

export interface OpenApiJob {
  readonly service: string;
  readonly prepared: Prepared;
}

export interface OpenApiFiles {
  readonly 'server.ts': string;
  readonly 'client.ts': string;
  readonly 'routes.ts': string;
}

/** @throws Error that says what is missing or what the generator refused */
export async function generateOpenApi(jobs: readonly OpenApiJob[], scratch: string): Promise<Map<string, OpenApiFiles>> {
  if (jobs.length === 0) return new Map();
  const jar = await fetchedJar();
  const configurations = jobs.map((job) => configuration(job, scratch));
  await run('java', [
    '-Xshare:auto', '-XX:TieredStopAtLevel=1', '-jar', jar, 'batch', '--threads', '2', '--fail-fast', ...configurations,
  ], { maxBuffer: 64 * 1024 * 1024, timeout: 120_000 }).catch((failure: { stdout?: string; stderr?: string; message: string }) => {
    throw new Error(`openapi-generator failed: ${failure.message}\n${(failure.stdout ?? '').slice(-4000)}${(failure.stderr ?? '').slice(-4000)}`);
  });
  return new Map(jobs.map(({ service }) => [service, written(path.join(scratch, service, 'out'))]));
}

/** Fetched once, by the generator's own command line tool from Maven Central or by Maven. */
async function fetchedJar(): Promise<string> {
  await run('java', ['-version']).catch(() => {
    throw new Error('Java is missing: generating needs a Java runtime 11 or later (apt-get install default-jre-headless)');
  });
  const there = jars.find(existsSync);
  if (there !== undefined) return there;
  const cli = path.join(codegen, 'node_modules', '.bin', 'openapi-generator-cli');
  await run(cli, ['version'], { cwd: codegen, timeout: 300_000 });
  const fetched = jars.find(existsSync);
  if (fetched === undefined) throw new Error(`openapi-generator ${version} could not be fetched from Maven Central`);
  return fetched;
}

function configuration({ service, prepared }: OpenApiJob, scratch: string): string {
  const folder = path.join(scratch, service);
  mkdirSync(folder, { recursive: true });
  const document = path.join(folder, 'openapi.json');
  writeFileSync(document, JSON.stringify(prepared.document));
  const config = path.join(folder, 'config.json');
  const outputs = ['server.ts', 'client.ts', 'routes.ts'];
  writeFileSync(config, JSON.stringify({
    generatorName: 'typescript-fetch',
    inputSpec: document,
    outputDir: path.join(folder, 'out'),
    templateDir: path.join(codegen, 'openapi-templates'),
    skipValidateSpec: true,
    enablePostProcessFile: false,
    additionalProperties: fileProperties(service, prepared),
    globalProperties: { apis: '', apiDocs: 'false', apiTests: 'false', supportingFiles: outputs.join(',') },
    files: Object.fromEntries(outputs.map((file) => [
      file.replace('.ts', '.mustache'), { templateType: 'SupportingFiles', destinationFilename: file },
    ])),
  }));
  return config;
}

/** What a whole file needs beside its operations. */
function fileProperties(service: string, { document, serverTypes, clientTypes }: Prepared): Record<string, string> {
  const own = (types: readonly string[]) => types.filter((type) => type !== 'UploadedFile');
  const requests = Object.values(objectOf(document['paths'])).flatMap((item) => Object.values(objectOf(item)))
    .map((operation) => `${String(objectOf(objectOf(operation)['x-ts'])['name'])}Request`);
  const text = JSON.stringify(document['paths']);
  const core = ['Call', ...(text.includes('Page<') ? ['Page'] : []), ...(text.includes('error: Refusal') ? ['Refusal'] : []),
    ...(serverTypes.includes('UploadedFile') ? ['UploadedFile'] : [])];
  const readable = "import type { Readable } from 'node:stream';";
  return {
    ts_service: service,
    ts_pascal: pascal(service),
    ts_camel: camel(service),
    ts_serverImports: [
      ...(text.includes('body: Readable | Buffer | string') ? [readable] : []),
      `import type { ${core.join(', ')} } from '@regards/core';`,
      ...list(own(serverTypes), './types.ts'),
    ].join('\n'),
    ts_clientImports: [
      ...(text.includes('body: Readable;') ? [readable] : []),
      "import type { CallContext, Transport } from '@regards/core';",
      "import { routes } from './routes.ts';",
      ...list(requests.toSorted(), './server.ts'),
      ...list(own(clientTypes), './types.ts'),
    ].join('\n'),
  };
}

/** Lines of an import; the client names the types of answers, the server those of bodies. */
const list = (names: readonly string[], from: string): string[] =>
  names.length === 0 ? [] : [`import type {\n  ${names.join(',\n  ')},\n} from '${from}';`];

function written(folder: string): OpenApiFiles {
  const read = (file: string): string => {
    const place = [path.join(folder, file), path.join(folder, 'src', file)].find(existsSync);
    if (place === undefined) throw new Error(`openapi-generator wrote no ${file} in ${folder}`);
    return tidy(readFileSync(place, 'utf8'));
  };
  return { 'server.ts': read('server.ts'), 'client.ts': read('client.ts'), 'routes.ts': read('routes.ts') };
}

/** Blank lines before a closing brace and the lone semicolon after a union are the templates' own traces. */
const tidy = (text: string): string =>
  `${text.replace(/\n\n(\}|\)\))/g, '\n$1').replace(/\n {2};\n/g, ';\n').replace(/\n{3,}/g, '\n\n').trimEnd()}\n`;
