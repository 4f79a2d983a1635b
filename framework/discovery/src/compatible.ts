/** Whether an instance serves the contract that its caller was built with. */
import type { Instance } from './eureka.ts';

/** Versions of contracts by the names of services. */
export type Needs = Readonly<Record<string, string>>;

/**
 * The same major number, and a minor one that is no smaller; below 1.0.0, where anything may change, the same minor one
 * too (semver.org §4). An instance that tells no version, as other Eureka clients do, is taken as it is.
 */
export function isCompatible({ service, metadata }: Instance, needs: Needs): boolean {
  const [needed, served] = [needs[service], metadata['contract.version']];
  if (needed === undefined || served === undefined) return true;
  const [[major, minor], [ownMajor, ownMinor]] = [numbersOf(needed), numbersOf(served)];
  if (ownMajor !== major) return false;
  return major === 0 ? ownMinor === minor : ownMinor >= minor;
}

function numbersOf(version: string): readonly [number, number] {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return [major, minor];
}
