/** Settings as a tree, as YAML and JSON have them, and as dotted keys: `a.b[0].c`. */

export type Tree = string | readonly Tree[] | { readonly [name: string]: Tree };

type Growing = { [name: string]: string | Growing };

/** Dotted keys of a tree's leaves; empty objects and lists are empty texts, as Spring has them. */
export function flattened(tree: Tree, prefix = ''): Record<string, string> {
  if (typeof tree === 'string') return { [prefix]: tree };
  const members = isList(tree)
    ? tree.map((one, at) => [`${prefix}[${at}]`, one] as const)
    : Object.entries(tree).map(([name, one]) => [joined(prefix, name), one] as const);
  if (members.length === 0) return prefix === '' ? {} : { [prefix]: '' };
  return Object.fromEntries(members.flatMap(([name, one]) => Object.entries(flattened(one, name))));
}

/** The tree that dotted keys describe; where `a` and `a.b` are both set, `a.b` stays as one name. */
export function grown(values: Readonly<Record<string, string>>): Tree {
  const root: Growing = {};
  for (const key of Object.keys(values).toSorted()) {
    const names = key.split(/\.|(?=\[)/).filter((name) => name !== '');
    place(root, names, values[key] ?? '');
  }
  return listed(root);
}

function place(node: Growing, [first = '', ...others]: readonly string[], value: string): void {
  if (others.length === 0) {
    node[first] = value;
    return;
  }
  const next = node[first];
  if (typeof next === 'string') {
    node[[first, ...others].join('.')] = value;
    return;
  }
  place((node[first] = next ?? {}), others, value);
}

/** Objects whose names are all [0], [1], … are lists. */
function listed(node: string | Growing): Tree {
  if (typeof node === 'string') return node;
  const entries = Object.entries(node);
  const isIndexed = entries.length > 0 && entries.every((_entry, at) => node[`[${at}]`] !== undefined);
  if (isIndexed) return entries.map((_entry, at) => listed(node[`[${at}]`] ?? ''));
  return Object.fromEntries(entries.map(([name, one]) => [name, listed(one)]));
}

const joined = (prefix: string, name: string): string => (prefix === '' ? name : `${prefix}.${name}`);

const isList = (tree: Tree): tree is readonly Tree[] => Array.isArray(tree);
