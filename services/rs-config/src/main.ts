import { run } from '@regards/service';
import { rsConfig } from './rs-config.ts';

await run(rsConfig);
