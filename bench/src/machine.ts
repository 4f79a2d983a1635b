/** The machine the figures are of. */
import { cpus, loadavg, release, totalmem } from 'node:os';

/** Such as `2 × AMD EPYC, 23.5 GiB, Linux 6.18.0, Node 26.10.0`. */
export function machineFacts(): string {
  const processors = cpus();
  const model = (processors[0]?.model ?? 'unknown processor').replaceAll(/\((?:R|TM)\)| Processor.*/g, '');
  const memory = (totalmem() / 2 ** 30).toFixed(1);
  return `${processors.length} × ${model}, ${memory} GiB, Linux ${release()}, Node ${process.versions.node}`;
}

/** Processes that want a processor, averaged over the last minute: above the number of processors, figures suffer. */
export const machineLoad = (): number => Number((loadavg()[0] ?? 0).toFixed(1));
