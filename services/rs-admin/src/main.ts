/** Runs rs-admin as a process of its own. */
import { run } from '@regards/service';
import { rsAdmin } from './rs-admin.ts';

await run(rsAdmin);
