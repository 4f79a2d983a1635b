/** Runs one instance of rs-catalog. */
import { run } from '@regards/service';
import { rsCatalog } from './rs-catalog.ts';

await run(rsCatalog);
