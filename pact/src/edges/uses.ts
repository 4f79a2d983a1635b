/**
 * Who uses what is generated, as the compiler sees it: whatever a client is called, however its type is narrowed, a
 * call of one of its operations is found.
 */
import path from 'node:path';
import { API } from 'typescript/unstable/sync';
import type { Project } from 'typescript/unstable/sync';
import {
  isAsExpression,
  isIdentifier,
  isInterfaceDeclaration,
  isMethodSignatureDeclaration,
  isObjectLiteralExpression,
  isPropertyAssignment,
  isSatisfiesExpression,
  isVariableStatement,
} from 'typescript/unstable/ast/is';
import type { Expression, Identifier, Node, SourceFile } from 'typescript/unstable/ast';

/** Something of a generated folder that others use. */
export interface Use {
  /** The contract it is of, such as rs-dam. */
  readonly owner: string;
  /** `operation` of its client or routes, `message` for a publication and the function that publishes it. */
  readonly kind: 'operation' | 'message';
  readonly name: string;
  /** Files that use it, below the root; generated ones are left out. */
  readonly files: readonly string[];
}

/** @param root folder of the repository; @param config its tsconfig.json, below it */
export function usesOf(root: string, config = 'tsconfig.json'): Use[] {
  const api = new API({ cwd: root });
  try {
    const project = api.updateSnapshot({ openProjects: [path.join(root, config)] }).getProjects()[0];
    if (project === undefined) throw new Error(`${path.join(root, config)} cannot be read`);
    return project.program.getSourceFileNames().flatMap((file) => usesIn(project, root, file));
  } finally {
    api.close();
  }
}

function usesIn(project: Project, root: string, file: string): Use[] {
  const [, owner, kind] = /^generated\/([\w-]+)\/(client|routes|messages)\.ts$/.exec(path.relative(root, file)) ?? [];
  const source = owner === undefined ? undefined : project.program.getSourceFile(file);
  if (owner === undefined || source === undefined) return [];
  const declared = kind === 'messages' ? publicationsIn(source) : operationsIn(source);
  return declared.flatMap(({ name, node }) => {
    const files = filesUsing(project, root, node);
    return files.length === 0 ? [] : [{ owner, kind: kind === 'messages' ? 'message' : 'operation', name, files }];
  });
}

function filesUsing(project: Project, root: string, node: Identifier): string[] {
  const entries = project.checker.getReferencedSymbolsForNode(node, node.getStart());
  const files = entries.flatMap(({ references }) => references.map((one) => path.relative(root, one.path)));
  return [...new Set(files)].filter((file) => !file.startsWith('generated/')).toSorted();
}

interface Declared {
  readonly name: string;
  readonly node: Identifier;
}

/** Methods of the client's interface, and members of the routes. */
const operationsIn = (source: SourceFile): Declared[] =>
  source.statements.flatMap((statement): Declared[] => {
    if (isInterfaceDeclaration(statement) && statement.name.text.endsWith('Client'))
      return statement.members.flatMap((one) => (isMethodSignatureDeclaration(one) ? named(one.name) : []));
    return variablesOf(statement).flatMap(({ name, value }) => (name.text === 'routes' ? membersOf(value) : []));
  });

/** Exported publications under their names, and the functions that publish them. */
function publicationsIn(source: SourceFile): Declared[] {
  const variables = source.statements.flatMap(variablesOf);
  const publications = variables.filter(({ type }) => type?.startsWith('Publication<'));
  return publications.flatMap(({ name }) => {
    const publishing = `publish${name.text.charAt(0).toUpperCase()}${name.text.slice(1)}`;
    return [name, ...variables.flatMap((one) => (one.name.text === publishing ? [one.name] : []))].map((node) => ({
      name: name.text,
      node,
    }));
  });
}

const variablesOf = (statement: Node) =>
  isVariableStatement(statement)
    ? statement.declarationList.declarations.flatMap(({ name, type, initializer }) =>
        isIdentifier(name) ? [{ name, type: type?.getText(), value: initializer }] : [],
      )
    : [];

function membersOf(value: Expression | undefined): Declared[] {
  if (value === undefined) return [];
  if (isSatisfiesExpression(value) || isAsExpression(value)) return membersOf(value.expression);
  return isObjectLiteralExpression(value)
    ? value.properties.flatMap((one) => (isPropertyAssignment(one) ? named(one.name) : []))
    : [];
}

const named = (node: Node | undefined): Declared[] =>
  node !== undefined && isIdentifier(node) ? [{ name: node.text, node }] : [];
