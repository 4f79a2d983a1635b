/** The driver: contracts in, generated folders out; `--check` only says what would change. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { installPackages } from './packages.ts';

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

if (values.help) console.log(help);
else await main();

async function main(): Promise<void> {
  const progress = (line: string): void => console.error(`  ${line}`);
  const scratch = mkdtempSync(path.join(tmpdir(), 'regards-codegen-'));
  try {
    await installPackages(progress);
    // Loaded only now: its packages may have been installed by the line above.
    const { generate } = await import('./pipeline.ts');
    const { contracts, output, service: only, check } = values;
    const changed = await generate({
      contracts: path.resolve(contracts),
      output: path.resolve(output),
      only,
      check,
      scratch,
      progress,
    });
    if (check && changed.length > 0) {
      console.error(`${changed.length} generated files differ from their contracts; run: npm run generate`);
      for (const file of changed) console.error(`  ${path.relative(process.cwd(), file)}`);
      process.exitCode = 1;
    }
  } catch (failure) {
    console.error(failure instanceof Error ? failure.message : failure);
    process.exitCode = 1;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
