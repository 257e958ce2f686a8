/** One Jest set-up for the whole repository: TypeScript through SWC, in ESM mode. */
export default {
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['@mash/source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '^.+\\.tsx?$': '@swc/jest' },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  modulePathIgnorePatterns: ['<rootDir>/.*/dist/', '<rootDir>/.nx/', '<rootDir>/.data/'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/tests/browser/', '/tests/bench/'],
  testMatch: ['**/*.spec.ts', '**/*.spec.tsx'],
  // Most tests wait for other processes, so two at a time are faster on two cores; left alone, Jest would take one.
  maxWorkers: 2,
  testTimeout: 30_000,
};
