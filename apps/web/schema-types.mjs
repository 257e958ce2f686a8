// Writes the hub's schema as types and selections for the web client: node apps/web/schema-types.mjs [--check]
import { readFileSync, writeFileSync } from 'node:fs';
import { buildSchema, isEnumType, isInputObjectType, isLeafType, isListType, isNonNullType, isObjectType, isUnionType, getNamedType } from 'graphql';

const from = new URL('../hub/schema.graphql', import.meta.url);
const to = new URL('../../libs/web/data-access/src/schema.ts', import.meta.url);
const schema = buildSchema(readFileSync(from, 'utf8'));

// Codes stay text: their lists and words come from the law, and a newer hub may know more of them.
const scalars = { Int: 'number', Float: 'number', Boolean: 'boolean' };
const bare = (type) => {
  if (isListType(type)) return `readonly ${wrap(typed(type.ofType))}[]`;
  if (isEnumType(type)) return 'string';
  if (isLeafType(type)) return scalars[type.name] ?? 'string';
  return type.name;
};
const wrap = (text) => (/[ |]/.test(text) ? `(${text})` : text);
const typed = (type) => (isNonNullType(type) ? bare(type.ofType) : `${wrap(bare(type))} | null`);
const roots = new Set([schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]);
const types = Object.values(schema.getTypeMap()).filter((type) => !type.name.startsWith('__') && !roots.has(type)).sort((one, other) => (one.name < other.name ? -1 : 1));
const fields = (type) => Object.values(type.getFields());

const asInput = (type) => `export interface ${type.name} {\n${fields(type).map((field) => `  readonly ${field.name}${isNonNullType(field.type) && field.defaultValue === undefined ? '' : '?'}: ${typed(field.type)};`).join('\n')}\n}`;
const asObject = (type) => `export interface ${type.name} {\n${fields(type).map((field) => `  readonly ${field.name}: ${typed(field.type)};`).join('\n')}\n}`;

/** Everything of a type that needs no argument. */
const selection = (type, above = []) => {
  if (isUnionType(type)) return `__typename ${type.getTypes().map((each) => `... on ${each.name} { ${selection(each, above)} }`).join(' ')}`;
  return fields(type).filter((field) => field.args.length === 0).flatMap((field) => {
    const inner = getNamedType(field.type);
    if (isLeafType(inner)) return [field.name];
    return above.includes(inner.name) ? [] : [`${field.name} { ${selection(inner, [...above, type.name])} }`];
  }).join(' ');
};

const source = [
  '/* eslint-disable max-lines -- written by apps/web/schema-types.mjs from the schema of the hub */',
  ...types.filter(isInputObjectType).map(asInput),
  ...types.filter(isObjectType).map(asObject),
  ...types.filter(isUnionType).map((type) => `export type ${type.name} = ${type.getTypes().map((each) => each.name).join(' | ')};`),
  `/** Everything of a type, as a query asks for it. */\nexport const everythingOf = {\n${types.filter(isObjectType).map((type) => `  ${type.name}: '${selection(type)}',`).join('\n')}\n} as const;`,
].join('\n\n');

if (process.argv.includes('--check')) {
  if (readFileSync(to, 'utf8') !== `${source}\n`) {
    process.stderr.write('The web client was written for another schema. Run: node apps/web/schema-types.mjs\n');
    process.exitCode = 1;
  }
} else writeFileSync(to, `${source}\n`);
