/** The address of a route's operation, for the few who call before there is a transport. */
import type { Route } from './contract.ts';

/** Path and query of `route` with the values of its parameters in their places, in the order they are given. */
export function addressOf(
  { path, parameters }: Pick<Route, 'path' | 'parameters'>,
  values: Readonly<Record<string, string>> = {},
): string {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_place, name: string) => encodeURIComponent(values[name] ?? ''));
  const inQuery = new Set(parameters.flatMap((one) => (one.in === 'query' ? [one.name] : [])));
  const query = new URLSearchParams(Object.entries(values).filter(([name]) => inQuery.has(name))).toString();
  return query === '' ? filled : `${filled}?${query}`;
}
