import base from '../../jest.config.mjs';

/** The browser tests: one worker, because each drives the whole product. */
export default {
  ...base,
  rootDir: '../..',
  testMatch: ['<rootDir>/tests/browser/src/**/*.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  testTimeout: 240_000,
  maxWorkers: 1,
};
