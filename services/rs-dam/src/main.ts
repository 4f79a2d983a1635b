/** Runs rs-dam as a process of its own. */
import { run } from '@regards/service';
import { rsDam } from './rs-dam.ts';

await run(rsDam);
