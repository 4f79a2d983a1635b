/** The programs of this repository that call and hear one another, by the files that are theirs. */

/** What a pact calls the program that a file belongs to; undefined for tests and tools, which rely on nothing. */
export function programOf(file: string): string | undefined {
  const [, service] = /^services\/([\w-]+)\/src\//.exec(file) ?? [];
  if (service !== undefined) return service;
  return others.find(({ folder }) => folder.test(file))?.program;
}

/** What every service does alike is one consumer: `framework`. */
const others = [
  { folder: /^gateway\/src\//, program: 'rs-gateway' },
  { folder: /^cli\/src\//, program: 'regards-cli' },
  { folder: /^web\/src\//, program: 'regards-web' },
  { folder: /^framework\/(?!testing\/)[\w-]+\/src\//, program: 'framework' },
] as const;
