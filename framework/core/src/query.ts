/** The parameters of an address, all of them: Node silently leaves out what follows the thousandth unless told. */
import { parse } from 'node:querystring';
import type { ParsedUrlQuery } from 'node:querystring';

/** @param query without its question mark; how long it may be is said by the limit of an address */
export const parseQuery = (query: string): ParsedUrlQuery => parse(query, '&', '=', { maxKeys: 0 });
