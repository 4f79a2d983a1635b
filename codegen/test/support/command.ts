/** Runs the generator and the compiler as their users do. */
import { execFile } from 'node:child_process';
import path from 'node:path';
import { codegen } from './places.ts';

export interface Outcome {
  readonly code: number;
  readonly output: string;
}

export const generate = (...options: string[]): Promise<Outcome> =>
  run(path.join(codegen, 'src/generate.ts'), ...options);

/** Lines of the compiler's errors, as `file(line,column): error …`. */
export async function compileErrors(folder: string): Promise<string[]> {
  const compiler = path.resolve(codegen, '../node_modules/typescript/bin/tsc');
  const { output } = await run(compiler, '--noEmit', '-p', folder);
  return output.split('\n').filter((line) => line.includes('error TS'));
}

const run = (script: string, ...options: string[]): Promise<Outcome> =>
  new Promise((resolve) => {
    execFile(process.execPath, [script, ...options], { maxBuffer: 16 * 1024 * 1024 }, (failure, stdout, stderr) => {
      resolve({ code: typeof failure?.code === 'number' ? failure.code : failure ? 1 : 0, output: stdout + stderr });
    });
  });
