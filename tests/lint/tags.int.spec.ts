import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { constraints, contexts, runtimeNames, types } from '../../infra/lint/boundaries.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
// The peers that the bench measures are no projects of ours: each is installed apart, when it is measured.
const unread = new Set(['node_modules', 'dist', 'artifacts', 'results', 'peers']);

const manifests = (folder: string): string[] => readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
  const path = join(folder, entry.name);
  if (entry.isDirectory()) return unread.has(entry.name) ? [] : manifests(path);
  return entry.name === 'package.json' ? [path] : [];
});

const projects = ['apps', 'libs', 'tests'].flatMap(manifests).map((path) => {
  const { nx } = JSON.parse(readFileSync(join(root, path), 'utf8')) as { nx?: { tags?: string[] } };
  return { path: dirname(path), tags: nx?.tags ?? [] };
});

const values = (tags: readonly string[], dimension: string): string[] =>
  tags.filter((tag) => tag.startsWith(`${dimension}:`)).map((tag) => tag.slice(dimension.length + 1));

describe('the tags of the projects', () => {
  it.each(projects)('say of $path its type, scope and runtime, once each and nothing else', ({ tags }) => {
    expect(values(tags, 'type')).toHaveLength(1);
    expect(values(tags, 'scope')).toHaveLength(1);
    expect(values(tags, 'runtime')).toHaveLength(1);
    expect(tags).toHaveLength(3);
    expect(types).toContain(values(tags, 'type')[0]);
    expect(runtimeNames).toContain(values(tags, 'runtime')[0]);
  });

  it.each(projects.filter(({ path }) => contexts.includes(path.split('/')[1] ?? '')))('give $path the scope of its context', ({ path, tags }) => {
    expect(values(tags, 'scope')).toEqual([path.split('/')[1]]);
  });

  it('are all used: a constraint on a tag that no project bears guards nothing', () => {
    const borne = new Set(projects.flatMap(({ tags }) => tags));
    const named = new Set(constraints.flatMap(({ sourceTag, onlyDependOnLibsWithTags }) => [sourceTag, ...onlyDependOnLibsWithTags]));
    expect([...named].filter((tag) => !borne.has(tag))).toEqual([]);
  });

  it('keep what is loaded in a browser free of Node', () => {
    const browser = constraints.find(({ sourceTag }) => sourceTag === 'runtime:browser');
    expect(browser?.onlyDependOnLibsWithTags).toEqual(['runtime:browser', 'runtime:any']);
  });
});
