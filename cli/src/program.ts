/** The commands of `regards`, put together. */
import { Command } from 'commander';
import { addConfig } from './commands/config.ts';
import { addDeadLetters } from './commands/dead-letters.ts';
import { addExamples } from './commands/examples.ts';
import { addLogin, addLogout } from './commands/login.ts';
import { addSearch } from './commands/search.ts';
import { addStac } from './commands/stac.ts';
import { addStatus } from './commands/status.ts';
import { addSubmit } from './commands/submit.ts';

const examples = `
Examples:
  regards login --gateway https://archive.example.org --project demo --user me@example.org
  regards stac import examples/naip/items.ndjson
  regards search --bbox=-88,30,-85,31 --datetime 2021-01-01T00:00:00Z/..
  regards submit features.ndjson --session today
  regards status
  regards dead-letters list
  regards config get rs-fem

Beside a local platform (make up) every command works without login, as the administrator of its first project.`;

export function regardsProgram(): Command {
  const program = new Command('regards')
    .description(
      'REGARDS from the command line: submit products, import STAC items, search, look after a local platform',
    )
    .addHelpText('after', examples)
    .showHelpAfterError('(regards --help shows what there is)');
  const all = [addLogin, addLogout, addSubmit, addStac, addSearch, addStatus, addDeadLetters, addConfig, addExamples];
  for (const add of all) add(program);
  return program;
}
