/** A log for tests: what was said, by level. */
import type { ServiceLog } from '@regards/telemetry';

export function spokenLog(): ServiceLog & { readonly lines: string[] } {
  const lines: string[] = [];
  const say =
    (level: string) =>
    (_fields: object, sentence?: string): void =>
      void lines.push(`${level}: ${sentence ?? ''}`);
  const log = {
    lines,
    debug: () => {},
    info: say('info'),
    warn: say('warn'),
    error: say('error'),
    child: () => log,
    setLevel: () => {},
    within: <T>(_context: object, work: () => T): T => work(),
  };
  return log;
}
