/** Spring Cloud Gateway with Eureka, what REGARDS runs: built and started by the scripts of the peers' folder. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { execute } from '../../../platform/src/command.ts';
import { readEnvironment } from '@regards/settings';
import { benchFolder } from '../programs.ts';
import type { Contender } from './measuring.ts';

const work = path.join(benchFolder, 'peers');
/** Remembers verified tokens, as REGARDS's gateway and ours do. */
const name = 'scg-hs512-cache';
/** Of all the programs that the folder knows, those that this one needs. */
const programs = ['upstream', 'eureka', 'registration', name];

const choose = `import stack
stack.APPS = [app for app in stack.APPS if app.name in ${JSON.stringify(programs)}]`;

export interface Spring {
  readonly contender: Contender;
  stop(): Promise<void>;
}

/** Undefined when the folder has no such peer. The first time it is built by Maven, which takes minutes. */
export async function startSpring(peers: string | undefined): Promise<Spring | undefined> {
  const folder = peers === undefined ? '' : path.join(peers, 'gateway');
  if (!existsSync(path.join(folder, 'stack.py'))) return undefined;
  const environment = { ...readEnvironment(), YARDSTICK_WORK: work, PYTHONDONTWRITEBYTECODE: '1', PYTHONPATH: folder };
  if (!existsSync(path.join(work, 'peers', 'built-from'))) {
    // what it has started is of no use here: only what it has built is
    for (const step of ['--up', '--down']) await execute('sh', [path.join(folder, 'run.sh'), step], { environment });
  }
  const python = (command: string): Promise<string> =>
    execute('python3', ['-c', `${choose}\n${command}`], { environment });
  await python('import argparse\nstack.up(argparse.Namespace(repeats=1))');
  const json = async (file: string): Promise<Record<string, string | number>> =>
    // written by stack.py
    JSON.parse(await readFile(path.join(work, file), 'utf8')) as Record<string, string | number>;
  const [ports, tokens] = await Promise.all([json('ports.json'), json('tokens.json')]);
  return {
    contender: {
      name: 'Spring Cloud Gateway',
      urls: [`http://127.0.0.1:${ports[name]}/api/v1/rs-dam`],
      paths: { small: '/small', large: '/large' },
      token: String(tokens['hs512']),
      pids: [Number(await readFile(path.join(work, 'pids', name), 'utf8'))],
      // the virtual machine compiles for a minute: CPU a request falls to a third meanwhile
      warmUpSeconds: 60,
    },
    stop: async () => void (await python('stack.down(None)')),
  };
}
