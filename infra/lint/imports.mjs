// Bans on single imports, by folder: what the tags cannot say, because they see projects and not files.

const client = {
  regex: '^(@eventstore/|@kurrent/)',
  message: 'Only libs/platform/event-log speaks to the event log: import @mash/event-log, so that the client can be swapped in one room.',
};
const database = {
  regex: '^pg(/|$)',
  message: 'Only platform and embedded rooms hold SQL: use @mash/postgres or @mash/views.',
};
const standIns = {
  regex: '^@mash/embedded-',
  message: 'Services are given URLs and do not know what answers. Only apps/standalone starts stand-ins.',
};
const testing = {
  regex: '(^|/)testing(/|$)',
  message: 'Test languages and builders are for specs.',
};
const pureRoom = {
  regex: '^(?!\\.{1,2}/)(?!@mash/(kernel|law)$)(?!@mash/[a-z-]+-events$)',
  message: 'A decision, a view and an event are pure: they import the kernel, the law and events, and nothing that does input or output.',
};
// What a gate withholds is part of what a view says, so views know the policy's tables too.
const pureView = { ...pureRoom, regex: '^(?!\\.{1,2}/)(?!@mash/(kernel|law|access-policy)$)(?!@mash/[a-z-]+-events$)' };
const otherRooms = {
  regex: '^\\.\\.?/.*(use-cases|api)/',
  message: 'The domain and the views know nothing of the handlers and the API around them.',
};

/** The rule with the bans that hold in a folder. */
const ban = (...patterns) => ({ '@typescript-eslint/no-restricted-imports': ['error', { patterns }] });

const specs = ['**/*.spec.{ts,tsx}', '**/testing/**/*.{ts,tsx}'];

export const importBans = [
  { files: ['**/*.{ts,tsx}'], rules: ban(client, database, standIns, testing) },
  { files: ['libs/platform/**/*.ts'], rules: ban(client, standIns, testing) },
  { files: ['libs/platform/event-log/**/*.ts'], rules: ban(database, standIns, testing) },
  // The stand-in of the event log shares the message definitions that the client package ships, not the client.
  { files: ['libs/embedded/**/*.ts'], rules: ban({ ...client, regex: '^(@kurrent/|@eventstore/db-client$)' }, testing) },
  { files: ['apps/standalone/**/*.ts'], rules: ban(client, database, testing) },
  { files: ['libs/*/src/domain/**/*.ts', 'libs/*/events/src/**/*.ts'], ignores: specs, rules: ban(pureRoom, otherRooms, testing) },
  { files: ['libs/*/src/views/**/*.ts'], ignores: specs, rules: ban(pureView, otherRooms, testing) },
  { files: specs, rules: ban(client) },
  { files: ['libs/platform/event-log/**/*.spec.ts', 'libs/platform/event-log/src/testing/**/*.ts', 'libs/embedded/event-store/**/*.spec.ts', 'libs/embedded/event-store/src/testing/**/*.ts', 'tests/**/*.ts'], rules: { '@typescript-eslint/no-restricted-imports': 'off' } },
];
