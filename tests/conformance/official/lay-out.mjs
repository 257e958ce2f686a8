// Lays the suite's test package out in a temporary folder, with our nodes in place of its containers.
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../../../', import.meta.url));
const CLIENT = resolve(repository, 'node_modules/@eventstore/db-client');

/** In plaintext a test that names the certificate of its node connects without. */
const PLAINTEXT = [
  [/\{\s*rootCertificate:\s*\w+\.(?:certs\.root|rootCertificate),?\s*\}/g, '{ insecure: true }'],
  [/tls=true&tlsCAFile=\$\{\w+\.certPath\.root\}/g, 'tls=false'],
];

/**
 * @param {string} checkout folder of the client's repository at v6.2.1, with its development packages installed
 * @param {'plaintext' | 'tls'} speaks
 * @returns {{ folder: string, jest: string, config: string }}
 */
export function layOut(checkout, speaks) {
  requireVersion();
  const folder = mkdtempSync(join(tmpdir(), 'mash-official-'));
  const tests = join(folder, 'packages/test');
  cpSync(join(checkout, 'packages/test/src'), join(tests, 'src'), { recursive: true });
  cpSync(fileURLToPath(new URL('./Cluster.ts', import.meta.url)), join(tests, 'src/utils/Cluster.ts'));
  if (speaks === 'plaintext') for (const file of typescriptIn(join(tests, 'src'))) inPlaintext(file);

  symlinkSync(resolve(checkout, 'node_modules'), join(folder, 'node_modules'));
  // The client under test is the one that the product uses, not one built from the checkout.
  mkdirSync(join(folder, 'packages/node_modules/@eventstore'), { recursive: true });
  symlinkSync(CLIENT, join(folder, 'packages/node_modules/@eventstore/db-client'));

  writeFileSync(join(tests, 'tsconfig.json'), JSON.stringify(TYPESCRIPT, null, 2));
  const config = join(tests, 'jest.config.json');
  writeFileSync(config, JSON.stringify(jestConfig(tests), null, 2));
  return { folder, config, jest: join(checkout, 'node_modules/jest/bin/jest.js') };
}

function requireVersion() {
  const { version } = JSON.parse(readFileSync(join(CLIENT, 'package.json'), 'utf8'));
  if (version !== '6.2.1') throw new Error(`The suite is that of the client's version 6.2.1, but ${version} is installed.`);
}

function typescriptIn(folder) {
  return readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.ts')).map((name) => join(folder, name));
}

function inPlaintext(file) {
  const text = readFileSync(file, 'utf8');
  const changed = PLAINTEXT.reduce((before, [from, to]) => before.replaceAll(from, to), text);
  if (changed !== text) writeFileSync(file, changed);
}

const TYPESCRIPT = {
  compilerOptions: {
    target: 'es2020', lib: ['es2020'], module: 'commonjs', moduleResolution: 'node', strict: true, skipLibCheck: true,
    useUnknownInCatchVariables: false, baseUrl: '.', paths: { '@test-utils': ['./src/utils'] },
  },
  include: ['./src/**/*.ts'],
};

function jestConfig(rootDir) {
  return {
    rootDir,
    preset: 'ts-jest',
    testTimeout: 60_000,
    testMatch: ['**/src/**/*.test.ts'],
    moduleNameMapper: {
      '^@test-utils$': '<rootDir>/src/utils',
      '^@eventstore/db-client$': join(CLIENT, 'dist/index'),
      '^@eventstore/db-client/(.*)$': join(CLIENT, '$1'),
    },
    // What the types promise is the client's matter, and checking them takes most of the time.
    globals: { 'ts-jest': { tsconfig: join(rootDir, 'tsconfig.json'), isolatedModules: true } },
  };
}
