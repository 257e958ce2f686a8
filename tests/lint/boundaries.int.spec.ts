import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from '@jest/globals';

// A boundary that nobody has seen refuse anything is not one: each fixture breaks some, in a place where they hold.
const fixtures = {
  'database-client-in-domain.ts': 'libs/enquiry/src/domain/open-enquiry.ts',
  'another-context.ts': 'libs/enquiry/src/use-cases/open-enquiry/open-enquiry.ts',
  'law-reaches-a-server.ts': 'libs/law/src/index.ts',
  'browser-reaches-a-server.ts': 'libs/web/ui/src/index.ts',
  'service-starts-a-stand-in.ts': 'apps/hub/src/main.ts',
  'test-language-in-a-product.ts': 'libs/enquiry/src/use-cases/open-enquiry/open-enquiry.ts',
  'two-projects-one-client.ts': 'libs/platform/views/src/query.ts',
  'habits.ts': 'libs/law/src/index.ts',
  'lawful-domain.ts': 'libs/enquiry/src/domain/open-enquiry.ts',
} as const;

interface Found {
  readonly rule: string | null;
  readonly line: number;
  readonly message: string;
}

const found = new Map<string, readonly Found[]>();

beforeAll(() => {
  const script = fileURLToPath(new URL('lint-fixtures.mjs', import.meta.url));
  const { stdout, stderr } = spawnSync(process.execPath, [script, ...Object.entries(fixtures).flat()], { encoding: 'utf8' });
  if (!stdout.startsWith('[')) throw new Error(`The fixtures were not linted: ${stderr}`);
  for (const answer of JSON.parse(stdout) as { fixture: string; found: Found[] }[]) found.set(answer.fixture, answer.found);
}, 180_000);

const refusals = (fixture: keyof typeof fixtures): string[] => (found.get(fixture) ?? []).map(({ line, rule }) => `${line} ${rule}`);

const imports = '@typescript-eslint/no-restricted-imports';
const projects = '@nx/enforce-module-boundaries';

describe('the lint of this repository', () => {
  it('accepts a domain file that imports kernel and events only', () => {
    expect(found.get('lawful-domain.ts')).toEqual([]);
  });

  it('refuses Node, the event store client, Nest, GraphQL, SQL and the handlers in a domain folder', () => {
    expect(refusals('database-client-in-domain.ts')).toEqual([1, 2, 3, 4, 5, 6].map((line) => `${line} ${imports}`));
  });

  it('refuses another context, by package and by path', () => {
    expect(refusals('another-context.ts')).toEqual([`1 ${projects}`, `2 ${projects}`]);
    expect(found.get('another-context.ts')?.[0]?.message).toContain('"scope:enquiry"');
  });

  it('refuses a server room in what browsers load too', () => {
    expect(refusals('law-reaches-a-server.ts')).toEqual([`1 ${projects}`]);
    expect(refusals('browser-reaches-a-server.ts')).toEqual([`1 ${projects}`, `2 ${projects}`]);
  });

  it('refuses a stand-in inside a service', () => {
    expect(refusals('service-starts-a-stand-in.ts')).toEqual([`1 ${imports}`]);
  });

  it('refuses test languages outside specs', () => {
    expect(refusals('test-language-in-a-product.ts')).toEqual([`1 ${imports}`]);
  });

  it('refuses a second room that speaks to the event log', () => {
    expect(refusals('two-projects-one-client.ts').filter((each) => each.endsWith(imports))).toEqual([`1 ${imports}`, `2 ${imports}`]);
  });

  it('refuses each bad habit', () => {
    expect(refusals('habits.ts')).toEqual([
      '1 @typescript-eslint/consistent-type-imports',
      '5 @typescript-eslint/no-explicit-any',
      '6 no-console',
      '7 @typescript-eslint/no-floating-promises',
      '8 @typescript-eslint/no-non-null-assertion',
      '9 @typescript-eslint/switch-exhaustiveness-check',
      '11 no-restricted-syntax',
      '13 no-restricted-syntax',
      '13 no-restricted-syntax',
      '18 no-restricted-syntax',
    ]);
  });
});
