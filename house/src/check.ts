/** Holds files to the rules of the house. */
import { fill, match } from './patterns.ts';
import { expressionRules, longestLine, rooms, vendorRooms } from './rules.ts';
import type { Room } from './rules.ts';
import { readSource } from './source.ts';

/** A text, template or pattern that no formatter can break makes its line as long as it is. */
const longLiteral = /['"`][^'"`]{60,}|^\s*\/[^/*].{60,}\/[a-z]*[;,]$/;

export interface Violation {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** Gives the target of an import, see targets.ts. */
export type Resolve = (specifier: string, importer: string) => string;

/** What is wrong with one file: its imports, its expressions and its lines. */
export function checkFile(file: string, text: string, resolve: Resolve): Violation[] {
  const { imports, expressions } = readSource(file, text);
  const found = rooms
    .map((room) => ({ room, names: match(room.files, file) }))
    .find(({ names }) => names !== undefined);
  if (!found?.names) return [{ file, line: 1, message: 'stands in no room: give it one in house/src/rules.ts' }];
  const { room, names } = found;
  return [
    ...imports.flatMap(({ specifier, typeOnly, line }) => {
      const message = importFault(room, names, resolve(specifier, file), typeOnly, file);
      return message === undefined ? [] : [{ file, line, message: `imports ${specifier}: ${message}` }];
    }),
    ...expressions.flatMap(({ expression, line }) =>
      expressionRules
        .filter(
          (rule) =>
            rule.expression === expression && fits(rule.files, file) && !rule.except.some((one) => fits(one, file)),
        )
        .map(({ because }) => ({ file, line, message: `holds ${expression}: ${because}` })),
    ),
    ...(file.startsWith('generated/') ? [] : longLines(file, text)),
  ];
}

const fits = (pattern: string, file: string): boolean => match(pattern, file) !== undefined;
const isTest = (file: string): boolean => file.includes('/test/') || file.endsWith('.test.ts');

function importFault(
  room: Room,
  names: Readonly<Record<string, string>>,
  target: string,
  typeOnly: boolean,
  file: string,
): string | undefined {
  if (target.startsWith('vendor:')) return isTest(file) ? undefined : vendorFault(target.slice('vendor:'.length), file);
  const allowed = (type: boolean): boolean =>
    room.may.some((pattern) => {
      const forTypes = pattern.startsWith('type ');
      return (type || !forTypes) && fits(fill(forTypes ? pattern.slice('type '.length) : pattern, names), target);
    });
  const taken = room.never?.some((pattern) => fits(fill(pattern, names), target)) ?? false;
  if (!taken && allowed(typeOnly)) return undefined;
  return `${room.because}${!taken && allowed(true) ? ' (its types alone may be imported)' : ''}`;
}

function vendorFault(vendor: string, file: string): string | undefined {
  const homes = vendorRooms[vendor];
  if (homes === undefined) return `${vendor} has no room yet: give it one in house/src/rules.ts`;
  return homes.some((home) => fits(home, file)) ? undefined : `${vendor} is imported in ${homes.join(', ')} alone`;
}

const longLines = (file: string, text: string): Violation[] =>
  text
    .split('\n')
    .flatMap((line, index) =>
      line.length > longestLine && !longLiteral.test(line)
        ? [{ file, line: index + 1, message: `is ${line.length} characters long, ${longestLine} at most` }]
        : [],
    );

/** Rings of modules within a service: each module named needs, by way of the others, itself. */
export function findCycles(edges: ReadonlyMap<string, ReadonlySet<string>>): string[][] {
  const cycles: string[][] = [];
  const done = new Set<string>();
  const visit = (module: string, way: readonly string[]): void => {
    const at = way.indexOf(module);
    if (at >= 0) cycles.push([...way.slice(at), module]);
    if (at >= 0 || done.has(module)) return;
    for (const other of edges.get(module) ?? []) visit(other, [...way, module]);
    done.add(module);
  };
  for (const module of edges.keys()) visit(module, []);
  return cycles;
}
