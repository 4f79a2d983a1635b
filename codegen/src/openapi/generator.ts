/** Runs openapi-generator with our templates over all documents in one Java process. */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { textOf } from '../json.ts';
import { generatorJar, requireJava } from '../packages.ts';
import { camel, pascal } from '../text.ts';
import { operationsOf } from './document.ts';
import type { Prepared } from './operations.ts';

const run = promisify(execFile);
const templates = path.resolve(import.meta.dirname, '../../openapi-templates');
const files = ['server.ts', 'client.ts', 'routes.ts'] as const;
/** All documents take some seconds; a generator that hangs is ended. */
const patienceMs = 120_000;

export interface OpenApiJob {
  readonly service: string;
  readonly prepared: Prepared;
}

export type OpenApiFiles = Readonly<Record<(typeof files)[number], string>>;

/** @throws Error that says what is missing or what the generator refused */
export async function generateOpenApi(
  jobs: readonly OpenApiJob[],
  scratch: string,
  progress: (line: string) => void,
): Promise<Map<string, OpenApiFiles>> {
  if (jobs.length === 0) return new Map();
  await requireJava();
  const jar = await generatorJar(progress);
  const configurations = jobs.map((job) => configuration(job, scratch));
  // The first compiler alone: the process ends before the second one would pay.
  const arguments_ = [
    '-XX:TieredStopAtLevel=1',
    '-jar',
    jar,
    'batch',
    '--threads',
    '2',
    '--fail-fast',
    ...configurations,
  ];
  await run('java', arguments_, { maxBuffer: 64 * 1024 * 1024, timeout: patienceMs }).catch(
    (failure: { stdout?: string; stderr?: string; message: string }) => {
      throw new Error(`openapi-generator failed: ${(failure.stderr ?? failure.message).slice(-4000)}`, {
        cause: failure,
      });
    },
  );
  return new Map(jobs.map(({ service }) => [service, written(path.join(scratch, service, 'out'))]));
}

function configuration({ service, prepared }: OpenApiJob, scratch: string): string {
  const folder = path.join(scratch, service);
  mkdirSync(folder, { recursive: true });
  const document = path.join(folder, 'openapi.json');
  writeFileSync(document, JSON.stringify(prepared.document));
  const config = path.join(folder, 'config.json');
  writeFileSync(
    config,
    JSON.stringify({
      generatorName: 'typescript-fetch',
      inputSpec: document,
      outputDir: path.join(folder, 'out'),
      templateDir: templates,
      skipValidateSpec: true,
      additionalProperties: fileProperties(service, prepared),
      globalProperties: { apis: '', apiDocs: 'false', apiTests: 'false', supportingFiles: files.join(',') },
      files: Object.fromEntries(
        files.map((file) => [
          file.replace('.ts', '.mustache'),
          { templateType: 'SupportingFiles', destinationFilename: file },
        ]),
      ),
    }),
  );
  return config;
}

const coreNames = ['Page', 'Refusal', 'Rendered', 'UploadedFile'];
const nodeNames = ['Readable'];

/** What a whole file needs beside its operations: the names it imports, in lists joined by commas. */
function fileProperties(service: string, { document, serverNames, clientNames }: Prepared): Record<string, string> {
  const own = (names: readonly string[]) =>
    names.filter((name) => !coreNames.includes(name) && !nodeNames.includes(name));
  const requests = operationsOf(document).map(({ operation }) => `${pascal(textOf(operation['operationId']))}Request`);
  const properties = {
    tsService: service,
    tsPascal: pascal(service),
    tsCamel: camel(service),
    tsServerNode: serverNames.filter((name) => nodeNames.includes(name)).join(', '),
    tsServerCore: ['Call', ...serverNames.filter((name) => coreNames.includes(name))].join(', '),
    tsServerTypes: own(serverNames).join(', '),
    tsClientNode: clientNames.filter((name) => nodeNames.includes(name)).join(', '),
    tsClientTypes: own(clientNames).join(', '),
    tsRequests: requests.toSorted().join(', '),
  };
  // A section of an empty text would be printed, of a missing one it is not.
  return Object.fromEntries(Object.entries(properties).filter(([, text]) => text !== ''));
}

function written(folder: string): OpenApiFiles {
  const read = (file: string): string => {
    const place = [path.join(folder, file), path.join(folder, 'src', file)].find(existsSync);
    if (place === undefined) throw new Error(`openapi-generator wrote no ${file} in ${folder}`);
    return readFileSync(place, 'utf8');
  };
  return { 'server.ts': read('server.ts'), 'client.ts': read('client.ts'), 'routes.ts': read('routes.ts') };
}
