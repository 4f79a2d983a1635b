/** Runs rs-admin-instance as a process of its own. */
import { run } from '@regards/service';
import { rsAdminInstance } from './rs-admin-instance.ts';

await run(rsAdminInstance);
