/** The driver: contracts in, generated folders out; `--check` only says what would change. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';

const root = path.resolve(import.meta.dirname, '../..');

const help = `Generates servers, clients, messages, validators and settings from contracts/ into generated/.

  node codegen/src/generate.ts [--service NAME]… [--check] [--contracts DIR] [--output DIR]

  --service NAME   only this service (repeatable); the folders of others are not touched
  --check          writes nothing; exits with 1 and lists the files that differ from what the contracts generate
  --contracts DIR  where the contracts are (contracts)
  --output DIR     where the generated folders are (generated)
  --help           this text

Needs Java 11 or later for openapi-generator; its own packages are installed on the first run.`;

const { values } = parseArgs({
  options: {
    service: { type: 'string', multiple: true, default: [] },
    check: { type: 'boolean', default: false },
    contracts: { type: 'string', default: path.join(root, 'contracts') },
    output: { type: 'string', default: path.join(root, 'generated') },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) {
  console.log(help);
} else {
  if (!existsSync(path.join(root, 'codegen', 'node_modules', '@asyncapi', 'generator'))) {
    console.error('installing what generates …');
    execFileSync('npm', ['ci', '--prefix', path.join(root, 'codegen')], { stdio: ['ignore', 'ignore', 'inherit'] });
  }
  // Loaded only now: its packages may have been installed by the lines above.
  const { generate } = await import('./pipeline.ts');
  const scratch = mkdtempSync(path.join(tmpdir(), 'regards-codegen-'));
  try {
    const changed = await generate({
      contracts: path.resolve(values.contracts),
      output: path.resolve(values.output),
      only: values.service,
      check: values.check,
      scratch,
      progress: (line) => console.error(line),
    });
    if (values.check && changed.length > 0) {
      console.error(`\n${changed.length} generated files differ from their contracts; run: make generate`);
      for (const file of changed) console.error(`  ${path.relative(root, file)}`);
      process.exitCode = 1;
    }
  } catch (failure) {
    console.error(failure instanceof Error ? failure.message : failure);
    process.exitCode = 1;
  } finally {
    if (process.env['KEEP'] === undefined) rmSync(scratch, { recursive: true, force: true });
  }
}
