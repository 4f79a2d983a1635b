/** Runs rs-authentication as a process of its own. */
import { run } from '@regards/service';
import { rsAuthentication } from './rs-authentication.ts';

await run(rsAuthentication);
