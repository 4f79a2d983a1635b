import { run } from '@regards/service';
import { rsRegistry } from './rs-registry.ts';

await run(rsRegistry);
