/** `make consumers`: the tests of programs of other teams (examples/consumers), as those teams run them. */
import path from 'node:path';
import { clients, npmInstall, python, run, runAll } from '../../../codegen/clients/commands.ts';

const examples = path.resolve(import.meta.dirname, '../../../examples/consumers');

function sceneViewer(): void {
  const folder = path.join(examples, 'scene-viewer');
  npmInstall(path.join(clients, 'typescript'));
  npmInstall(folder);
  run(folder, process.execPath, '--test', 'scenes.check.ts');
}

function quicklookMaker(): void {
  const folder = path.join(examples, 'quicklook-maker');
  const client = path.join(clients, 'python');
  const interpreter = python('consumer-venv', '-r', path.join(folder, 'requirements.txt'), client);
  run(folder, interpreter, '-m', 'pytest', '--quiet', '-p', 'no:cacheprovider');
}

runAll(sceneViewer, quicklookMaker);
