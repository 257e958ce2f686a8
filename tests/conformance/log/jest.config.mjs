import base from '../../../jest.config.mjs';

/** These files need a server, so `npm test` does not pick them up: `npm run conformance` starts one and runs them. */
export default {
  ...base,
  rootDir: '../../..',
  testMatch: ['<rootDir>/tests/conformance/log/**/*.conformance.ts'],
  testTimeout: 40_000,
};
