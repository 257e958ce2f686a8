import 'reflect-metadata';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { reachable, resolvers } from './resolvers.js';

/** Writes the schema file, or with --check fails when the committed one is not what the code makes. */
const file = fileURLToPath(new URL('../schema.graphql', import.meta.url));
const app = await NestFactory.create(GraphQLSchemaBuilderModule, { logger: false });
await app.init();
const schema = await app.get(GraphQLSchemaFactory).create(resolvers);
const printed = `${printSchema(lexicographicSortSchema(reachable(schema)))}\n`;
if (process.argv.includes('--check')) {
  const committed = await readFile(file, 'utf8').catch(() => '');
  if (committed !== printed) {
    process.stderr.write('apps/notary/schema.graphql is not what the code makes. Run: npm run schema\n');
    process.exitCode = 1;
  }
} else await writeFile(file, printed);
await app.close();
