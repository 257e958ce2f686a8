import eslint from '@eslint/js';
import { createProjectGraphAsync } from '@nx/devkit';
import nx from '@nx/eslint-plugin';
import prettier from 'eslint-config-prettier';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { constraints, specConstraints } from './infra/lint/boundaries.mjs';
import { importBans } from './infra/lint/imports.mjs';

// Without a graph the boundary rule skips itself with a warning; here a fresh clone gets one.
process.env.NX_DAEMON ??= 'false';
await createProjectGraphAsync({ exitOnError: true });

const specs = ['**/*.spec.{ts,tsx}', '**/testing/**/*.{ts,tsx}', 'tests/**/*.ts'];
const mayReadTheClock = ['libs/platform/**/*.ts', 'libs/embedded/**/*.ts', 'apps/**/*.{ts,tsx}', ...specs];

const boundaries = (depConstraints) => ({
  '@nx/enforce-module-boundaries': ['error', { depConstraints, banTransitiveDependencies: true, enforceBuildableLibDependency: true }],
});

const clocks = [
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'The time is a fact: take an injected clock.' },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'The time is a fact: take an injected clock.' },
  { selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']", message: 'Chance is given, so that a run can be repeated.' },
];
const defaultExport = { selector: 'ExportDefaultDeclaration', message: 'Exports have one name everywhere.' };

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', '.nx/**', '.data/**', '**/coverage/**', 'tests/lint/fixtures/**', 'tests/**/artifacts/**', 'tests/bench/results/**', 'apps/web/public/**'] },
  { plugins: { '@nx': nx, '@typescript-eslint': tseslint.plugin }, linterOptions: { reportUnusedDisableDirectives: 'error' } },
  eslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommended],
    languageOptions: { parserOptions: { project: ['./tsconfig.json', './apps/web/tsconfig.json'], tsconfigRootDir: import.meta.dirname } },
    rules: {
      ...boundaries(constraints),
      'no-undef': 'off', // the compiler knows better
      '@typescript-eslint/no-unused-vars': 'off', // the compiler says so
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-floating-promises': ['error', { ignoreVoid: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: true }],
      // Leaves files with decorators alone: what Nest and GraphQL read from their metadata must be imported as values.
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      'no-console': 'error',
      'no-restricted-syntax': ['error', defaultExport, ...clocks],
      'max-lines': ['error', 300],
      'max-lines-per-function': ['error', { max: 60 }],
      complexity: ['error', { max: 20, variant: 'modified' }], // an exhaustive switch counts as one branch
      'no-control-regex': 'off', // refusing control characters needs to name them
      'max-depth': ['error', 4],
      eqeqeq: 'error',
    },
  },
  {
    files: mayReadTheClock,
    rules: { 'no-restricted-syntax': ['error', defaultExport] },
  },
  {
    files: ['apps/web/**/*.{ts,tsx}', 'libs/web/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  { files: ['**/*.config.ts', '**/*.config.mts'], rules: { 'no-restricted-syntax': 'off' } },
  ...importBans,
  { files: specs, rules: { ...boundaries(specConstraints), 'max-lines': ['error', 500], 'max-lines-per-function': 'off', complexity: 'off' } },
  // The web client's compiler settings leave its specs to Jest, so no types are known here.
  { files: ['apps/web/**/*.spec.{ts,tsx}', 'libs/web/**/*.spec.{ts,tsx}'], ...tseslint.configs.disableTypeChecked },
  {
    files: ['**/*.mjs'],
    languageOptions: { globals: { process: 'readonly', URL: 'readonly', Buffer: 'readonly', fetch: 'readonly', setTimeout: 'readonly', clearTimeout: 'readonly', AbortSignal: 'readonly', performance: 'readonly' } },
    rules: { 'no-console': 'error' },
  },
  prettier,
);
