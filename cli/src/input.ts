/** Reads what a command works on: a file, or standard input for `-`. */
import { readFile } from 'node:fs/promises';
import { CommandError } from './fault.ts';

/** @throws CommandError naming the file that cannot be read */
export async function inputText(place: string): Promise<string> {
  if (place === '-') {
    const pieces: Buffer[] = [];
    for await (const piece of process.stdin) pieces.push(Buffer.from(piece as Uint8Array));
    return Buffer.concat(pieces).toString('utf8');
  }
  return readFile(place, 'utf8').catch((failure: Error) => {
    throw new CommandError(`${place} cannot be read: ${failure.message}`);
  });
}

/** JSON documents of a text: one a line, a list, a feature collection's features, or a single one. */
export function documentsOf(text: string, place: string): unknown[] {
  const trimmed = text.trim();
  if (trimmed === '') return [];
  try {
    const whole: unknown = JSON.parse(trimmed);
    if (Array.isArray(whole)) return whole;
    const features = typeof whole === 'object' && whole !== null && 'features' in whole ? whole.features : undefined;
    return Array.isArray(features) ? features : [whole];
  } catch {
    return trimmed.split('\n').flatMap((line, at) => {
      if (line.trim() === '') return [];
      try {
        return [JSON.parse(line) as unknown];
      } catch (failure) {
        throw new CommandError(
          `${place} line ${at + 1} is no JSON: ${failure instanceof Error ? failure.message : ''}`,
        );
      }
    });
  }
}
