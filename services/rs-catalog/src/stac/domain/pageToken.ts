/** Where a page begins: the sort values and the URN of the last item before it, as text nobody has to understand. */
import { fault } from './fault.ts';

export interface PageToken {
  /** One value a sort key, as JSON; null where the item has none. */
  readonly values: readonly unknown[];
  readonly urn: string;
}

export const written = ({ values, urn }: PageToken): string =>
  Buffer.from(JSON.stringify([...values, urn])).toString('base64url');

/**
 * Reads a token that was made for as many sort keys.
 * @throws RefusedError when it was not made by `written`
 */
export function read(text: string, sortKeys: number): PageToken {
  const parts = parsed(text);
  const urn = parts?.at(-1);
  if (parts === undefined || parts.length !== sortKeys + 1 || typeof urn !== 'string') {
    fault('page_token', 'is none that a `next` link of this search has; follow the link as it is');
  }
  return { values: parts.slice(0, -1), urn };
}

function parsed(text: string): unknown[] | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    return Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
