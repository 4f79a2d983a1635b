/** What models, fragments, attributes and groups may be called (products and models §7). */

const pattern = /^[a-zA-Z_][0-9a-zA-Z_]*$/;

/** The fragment of attributes that are declared outside of any; it is there in each project. */
export const defaultFragment = 'default';

/** Sentences on what is wrong with a name, none when nothing is. */
export function nameFaults(what: string, name: string): string[] {
  if (name === '') return [`${what} is empty.`];
  if (name.length > 32) return [`${what} "${name.slice(0, 40)}" is longer than 32 characters.`];
  return pattern.test(name)
    ? []
    : [`${what} "${name}" has other characters than letters, digits and _, or begins with a digit.`];
}
