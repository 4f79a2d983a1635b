/** Gives generated TypeScript the one format it has, whatever the templates leave. */
import { format } from 'prettier';

/** @throws Error when a template printed what is no TypeScript */
export const formatted = (text: string): Promise<string> =>
  format(text, { parser: 'typescript', printWidth: 120, singleQuote: true, trailingComma: 'all' });
