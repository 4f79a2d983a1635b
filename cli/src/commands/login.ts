/** `regards login`: asks for a token and keeps it for the commands that follow. */
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline/promises';
import type { Command } from 'commander';
import { CommandError } from '../fault.ts';
import { logIn } from '../platform.ts';
import { forgetSession, keepSession, platformFile } from '../session.ts';

interface Options {
  readonly gateway?: string;
  readonly project?: string;
  readonly user?: string;
  readonly passwordFile?: string;
  readonly client: string;
  readonly clientSecret?: string;
  readonly amqp?: string;
}

export const addLogin = (program: Command): Command =>
  program
    .command('login')
    .description(
      'log in to a project and keep the token; what is not given is taken from .run/platform.json of a local platform',
    )
    .option('--gateway <url>', 'address of the gateway, such as https://archive.example.org')
    .option('--project <name>', 'the project, or `instance`')
    .option('--user <email>', 'who logs in')
    .option('--password-file <file>', 'file with the password, - for standard input; asked for when not given')
    .option('--client <id>', 'OAuth client', 'client')
    .option('--client-secret <secret>', 'its secret')
    .option('--amqp <url>', 'address of the broker with its virtual host, needed to submit by AMQP')
    .action(async (options: Options) => {
      const platform = await platformFile();
      const gateway = options.gateway ?? platform?.gateway;
      const project = options.project ?? platform?.tenants[0];
      const account = platform?.accounts.find(({ login, scope, role }) =>
        options.user === undefined ? scope === project && role === 'PROJECT_ADMIN' : login === options.user,
      );
      const user = options.user ?? account?.login;
      if (gateway === undefined || project === undefined || user === undefined) {
        throw new CommandError('--gateway, --project and --user are needed where no local platform is up');
      }
      const session = await logIn({
        gateway,
        project,
        user,
        password: await password(options.passwordFile, account?.password),
        client: { id: options.client, secret: options.clientSecret ?? platform?.oauthClient.secret ?? 'secret' },
        amqp: options.amqp ?? platform?.amqp.multitenant,
      });
      await keepSession(session);
      console.log(`${user} is logged in to ${project} until ${new Date(session.expires).toISOString()}`);
    });

export const addLogout = (program: Command): Command =>
  program.command('logout').description('forget the kept token').action(forgetSession);

async function password(file: string | undefined, known: string | undefined): Promise<string> {
  if (file === '-') return (await standardInput()).trimEnd();
  if (file !== undefined) return (await readFile(file, 'utf8')).trimEnd();
  if (known !== undefined) return known;
  if (!process.stdin.isTTY) throw new CommandError('--password-file is needed where nobody can be asked');
  const asking = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await asking.question('Password: ');
  } finally {
    asking.close();
  }
}

async function standardInput(): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of process.stdin) pieces.push(Buffer.from(piece as Uint8Array));
  return Buffer.concat(pieces).toString('utf8');
}
