// Strips types as Node itself does, so that a test runs the very code that production runs.
import { createHash } from 'node:crypto';
import { stripTypeScriptTypes } from 'node:module';

process.removeAllListeners('warning'); // stripTypeScriptTypes is marked experimental

export default {
  canInstrument: false,
  getCacheKey: (source, file, options) =>
    createHash('sha256').update(process.version).update(source).update(file).update(String(options.instrument)).digest('hex'),
  process: (source) => ({ code: stripTypeScriptTypes(source, { mode: 'strip' }) }),
};
