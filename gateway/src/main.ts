/** Runs one gateway until the process is asked to end. */
import { startGateway } from './rs-gateway.ts';

const gateway = await startGateway();
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    void gateway.stop().then(() => process.exit(0));
  });
}
