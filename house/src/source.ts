/** What a source file imports, and which telling expressions it holds. */
import { parseSync, visitorKeys } from 'oxc-parser';

export interface Import {
  readonly specifier: string;
  /** Whether it vanishes when types are stripped. */
  readonly typeOnly: boolean;
  readonly line: number;
}

export interface Source {
  readonly imports: readonly Import[];
  readonly expressions: readonly { readonly expression: string; readonly line: number }[];
}

/** Parses one file. Throws when it is no TypeScript. */
export function readSource(file: string, text: string): Source {
  const { module, program, errors } = parseSync(file, text);
  if (errors[0]) throw new Error(`${file}: ${errors[0].message}`);
  const lineOf = (offset: number): number => text.slice(0, offset).split('\n').length;
  const imports: Import[] = [
    ...module.staticImports.map(({ moduleRequest, entries, start }) => ({
      specifier: moduleRequest.value,
      typeOnly: entries.length > 0 && entries.every(({ isType }) => isType),
      line: lineOf(start),
    })),
    ...module.staticExports.flatMap(({ entries, start }) =>
      entries.flatMap(({ moduleRequest, isType }) =>
        moduleRequest ? [{ specifier: moduleRequest.value, typeOnly: isType, line: lineOf(start) }] : [],
      ),
    ),
  ];
  const expressions: { expression: string; line: number }[] = [];
  walk(program, (node) => {
    const literal =
      node['type'] === 'ImportExpression' || node['type'] === 'TSImportType' ? literalOf(node['source']) : undefined;
    if (literal !== undefined)
      imports.push({ specifier: literal, typeOnly: node['type'] === 'TSImportType', line: lineOf(startOf(node)) });
    const expression = expressionOf(node);
    if (expression !== undefined) expressions.push({ expression, line: lineOf(startOf(node)) });
  });
  return { imports, expressions };
}

type Node = Readonly<Record<string, unknown>>;

function expressionOf(node: Node): string | undefined {
  if (node['type'] === 'MemberExpression') {
    const object = nameOf(node['object']);
    const property = nameOf(node['property']) ?? literalOf(node['property']);
    return object !== undefined && property !== undefined ? `${object}.${property}` : undefined;
  }
  if (node['type'] !== 'NewExpression' || nameOf(node['callee']) !== 'Date') return undefined;
  return Array.isArray(node['arguments']) && node['arguments'].length === 0 ? 'new Date()' : undefined;
}

const nameOf = (node: unknown): string | undefined =>
  isNode(node) && node['type'] === 'Identifier' && typeof node['name'] === 'string' ? node['name'] : undefined;
const literalOf = (node: unknown): string | undefined =>
  isNode(node) && node['type'] === 'Literal' && typeof node['value'] === 'string' ? node['value'] : undefined;
const startOf = (node: Node): number => (typeof node['start'] === 'number' ? node['start'] : 0);
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value;

function walk(node: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(node)) {
    for (const one of node) walk(one, visit);
    return;
  }
  if (!isNode(node)) return;
  visit(node);
  for (const key of visitorKeys[String(node['type'])] ?? []) walk(node[key], visit);
}
