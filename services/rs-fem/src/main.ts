/** Runs rs-fem as a process of its own. */
import { run } from '@regards/service';
import { rsFem } from './rs-fem.ts';

await run(rsFem);
