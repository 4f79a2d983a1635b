/** The small service as a process of its own. */
import { run } from '../../src/index.ts';
import { things } from './things.ts';

await run(things().service);
