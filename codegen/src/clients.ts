/** `make clients`: packages for those who call the platform from TypeScript, Python and Java, into dist/clients. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { languages } from './clients/languages.ts';
import { mergedDocument } from './clients/merged.ts';
import { generatorJar, installPackages, requireJava } from './packages.ts';

const run = promisify(execFile);
const root = path.resolve(import.meta.dirname, '../..');
/** Three languages take half a minute on a quiet machine. */
const patienceMs = 300_000;

const { values } = parseArgs({
  options: {
    language: { type: 'string', multiple: true, default: Object.keys(languages) },
    output: { type: 'string', default: path.join(root, 'dist/clients') },
  },
});

const progress = (line: string): void => console.error(`  ${line}`);
const scratch = mkdtempSync(path.join(tmpdir(), 'regards-clients-'));
try {
  await installPackages(progress);
  await requireJava();
  const jar = await generatorJar(progress);
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
  const document = path.join(scratch, 'openapi.json');
  writeFileSync(document, JSON.stringify(mergedDocument(path.join(root, 'generated'), version)));
  const configurations = values.language.map((name) => {
    const language = languages[name];
    if (!language) throw new Error(`\`${name}\` is none of ${Object.keys(languages).join(', ')}`);
    const outputDir = path.resolve(values.output, name);
    rmSync(outputDir, { recursive: true, force: true });
    mkdirSync(outputDir, { recursive: true });
    // what stands there before is kept by the generator when it is listed
    writeFileSync(path.join(outputDir, '.openapi-generator-ignore'), `README.md\n${language.ignored.join('\n')}\n`);
    const readme = readFileSync(path.join(root, 'codegen/clients', `${name}.md`), 'utf8');
    writeFileSync(path.join(outputDir, 'README.md'), readme.replaceAll('{version}', version));
    const config = path.join(scratch, `${name}.json`);
    writeFileSync(config, JSON.stringify({ ...language.configuration(version), inputSpec: document, outputDir }));
    return config;
  });
  progress(`openapi-generator: ${values.language.join(', ')}`);
  await run(
    'java',
    ['-XX:TieredStopAtLevel=1', '-jar', jar, 'batch', '--threads', '2', '--fail-fast', ...configurations],
    {
      maxBuffer: 64 * 1024 * 1024,
      timeout: patienceMs,
    },
  );
  progress(`written to ${path.relative(process.cwd(), path.resolve(values.output))}`);
} catch (failure) {
  const { stderr } = failure as { stderr?: string };
  console.error(failure instanceof Error ? `${failure.message}\n${(stderr ?? '').slice(-4000)}` : failure);
  process.exitCode = 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
