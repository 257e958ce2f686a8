import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const root = fileURLToPath(new URL('../..', import.meta.url));
const markdown = (folder: string): string[] => readdirSync(join(root, folder)).filter((name) => name.endsWith('.md')).map((name) => join(folder, name));
const documents = ['.', 'docs', 'docs/decisions'].flatMap(markdown);
const text = (path: string): string => readFileSync(join(root, path), 'utf8');
const { scripts } = JSON.parse(text('package.json')) as { scripts: Record<string, string> };

/** Paths that are named and made elsewhere: by the build, or by whoever follows the text. */
const made = (path: string): boolean => /\/dist\/|\/\.env$|[{}<*]/.test(path);

// A promise in a document is kept by a test, or it drifts.
describe.each(documents)('%s', (document) => {
  it('links to what exists', () => {
    const links = [...text(document).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, link]) => normalize(join(dirname(document), link ?? '')));
    expect(links.filter((link) => !existsSync(join(root, link)))).toEqual([]);
  });

  it('names folders and files that exist', () => {
    const named = [...text(document).matchAll(/`((?:apps|libs|tests|infra|docs|\.ci)\/[^`\s:]+)`/g)].map(([, path]) => path ?? '');
    expect(named.filter((path) => !made(path) && !existsSync(join(root, path)))).toEqual([]);
  });

  it('names commands that can be run', () => {
    const named = [...text(document).matchAll(/npm run ([a-z:-]+)/g)].map(([, script]) => script ?? '');
    expect(named.filter((script) => !(script in scripts))).toEqual([]);
  });
});

describe('the decisions', () => {
  it('are numbered without a gap, and each says status, context, choice and consequences', () => {
    const decisions = markdown('docs/decisions').sort();
    expect(decisions.map((path) => path.slice(15, 19))).toEqual(decisions.map((_, index) => String(index + 1).padStart(4, '0')));
    for (const path of decisions) expect([path, ['\nStatus: ', '\n## Context', '\n## Choice', '\n## Consequences'].filter((part) => !text(path).includes(part))]).toEqual([path, []]);
  });
});
