/** What generating needs beside Node: its own packages, Java, and the jar of openapi-generator. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const codegen = path.resolve(import.meta.dirname, '..');
/** Pinned in openapitools.json, which the fetching tool reads. */
const version = '7.23.0';
const jar = path.join(codegen, '.cache', `${version}.jar`);

/** Installs the generators' own packages on the first run. */
export async function installPackages(progress: (line: string) => void): Promise<void> {
  if (existsSync(path.join(codegen, 'node_modules', '@asyncapi', 'generator'))) return;
  progress('installing the generators …');
  await run('npm', ['ci', '--prefix', codegen]);
}

/** @throws Error that says how to get Java when it is missing */
export async function requireJava(): Promise<void> {
  await run('java', ['-version']).catch((failure: unknown) => {
    throw new Error('Java is missing: generating needs version 11 or later (apt-get install default-jre-headless).', {
      cause: failure,
    });
  });
}

/** The path of the jar; the generator's own tool fetches it from Maven Central, Maven does where that fails. */
export async function generatorJar(progress: (line: string) => void): Promise<string> {
  if (existsSync(jar)) return jar;
  progress(`fetching openapi-generator ${version} …`);
  const cli = path.join(codegen, 'node_modules', '@openapitools', 'openapi-generator-cli', 'main.js');
  // It looks for openapitools.json where the shell is, which it believes PWD about.
  const env = { ...process.env, PWD: codegen, INIT_CWD: codegen };
  await run(process.execPath, [cli, 'version'], { cwd: codegen, env, timeout: 300_000 }).catch(() => fetchWithMaven());
  if (!existsSync(jar)) await fetchWithMaven();
  return jar;
}

async function fetchWithMaven(): Promise<void> {
  const artifact = `org.openapitools:openapi-generator-cli:${version}`;
  const folder = path.dirname(jar);
  await run('mvn', ['-q', 'dependency:get', `-Dartifact=${artifact}`, '-Dtransitive=false'], { timeout: 300_000 })
    .then(() =>
      run('mvn', ['-q', 'dependency:copy', `-Dartifact=${artifact}`, `-DoutputDirectory=${folder}`], {
        timeout: 300_000,
      }),
    )
    .then(() => run('mv', [path.join(folder, `openapi-generator-cli-${version}.jar`), jar]))
    .catch((failure: unknown) => {
      throw new Error(`openapi-generator ${version} cannot be fetched from Maven Central; put its jar at ${jar}.`, {
        cause: failure,
      });
    });
}
