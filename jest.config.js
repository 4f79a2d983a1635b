export default {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\.ts$': './jest-strip.mjs' },
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/\\.run/'],
  // a copy of a package below .run or in a test's scratch folder must not be taken for the package itself
  modulePathIgnorePatterns: ['<rootDir>/\\.run/'],
  globalSetup: './platform/src/testing/jest-setup.ts',
  globalTeardown: './platform/src/testing/jest-teardown.ts',
  // Jest would leave a core idle
  maxWorkers: '100%',
  testTimeout: 30_000,
  // a socket that a killed peer left half open must not hold a finished run
  forceExit: true,
};
