import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import type { DocumentNode } from 'graphql';
import { buildSchema, parse, validate } from 'graphql';

const libs = fileURLToPath(new URL('../../../libs/web/', import.meta.url));
const hub = buildSchema(readFileSync(new URL('../../hub/schema.graphql', import.meta.url), 'utf8'));
const notary = buildSchema(readFileSync(new URL('../../notary/schema.graphql', import.meta.url), 'utf8'));

const files = readdirSync(libs, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.operations.ts') && !file.includes('node_modules'));

const isDocument = (value: unknown): value is DocumentNode => typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'Document';

/** The auditor's operations say so in their names: the hub passes them on to the notary. */
const schemaFor = (document: DocumentNode) => {
  const [operation] = document.definitions;
  return operation?.kind === 'OperationDefinition' && operation.name?.value.startsWith('Audit') === true ? notary : hub;
};

describe('the web client', () => {
  it('keeps its operations where they are found', () => expect(files.length).toBeGreaterThan(8));

  it.each(files)('asks only what the services answer: %s', async (file) => {
    const documents = Object.values(await import(`${libs}${file}`) as Record<string, unknown>).filter(isDocument);
    expect(documents.length).toBeGreaterThan(0);
    expect(documents.flatMap((document) => validate(schemaFor(document), document).map(({ message }) => message))).toEqual([]);
  });

  it('would notice an operation that asks for something else', () =>
    expect(validate(hub, parse('{ me { shoeSize } }'))).toHaveLength(1));
});
