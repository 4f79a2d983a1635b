/** `make portal`: builds the documentation that the gateway serves, from contracts and docs. */
import path from 'node:path';
import { siteFiles } from './site.ts';
import { writeSite } from './writing.ts';

const folder = path.resolve(process.argv[2] ?? path.join(import.meta.dirname, '../dist'));
const files = siteFiles();
writeSite(files, folder);
const bytes = [...files.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
console.log(`${files.size} files, ${Math.round(bytes / 1024)} KiB in ${path.relative(process.cwd(), folder)}`);
