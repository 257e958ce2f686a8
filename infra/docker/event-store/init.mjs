// Makes the user as which our services speak to the event store, and says what it may do. Safe to repeat.
//
// A secured server lets only administrators read $all, which the projector, the steward and the notary follow. Two
// access lists replace that:
// - $settings, the default for every stream: our user may read and append; nobody but an administrator may delete a
//   stream or change its metadata, because a $maxAge there would let the server forget events.
// - the metadata of $all: our user may read it too. The list for system streams stays with administrators, since
//   those streams hold the accounts.
import { BACKWARDS, END, EventStoreDBClient, jsonEvent } from '@eventstore/db-client';

const need = (name) => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is missing`);
  return value;
};
const server = need('EVENT_STORE_URL');
const user = need('MASH_EVENT_STORE_USER');
const password = need('MASH_EVENT_STORE_PASSWORD');
const admin = { username: 'admin', password: need('EVENT_STORE_ADMIN_PASSWORD') };

async function ask(path, body) {
  const authorization = `Basic ${Buffer.from(`${admin.username}:${admin.password}`).toString('base64')}`;
  const { status } = await fetch(new URL(path, server), {
    method: 'POST', headers: { authorization, 'content-type': 'application/json' }, body: JSON.stringify(body), signal: AbortSignal.timeout(10_000),
  });
  return status;
}

async function makeUser() {
  const made = await ask('/users/', { loginName: user, fullName: 'mash services', groups: [], password });
  if (made === 201) return;
  // The server answers a name that is taken with a conflict; the password in the environment is then the one that counts.
  const reset = made === 409 ? await ask(`/users/${encodeURIComponent(user)}/command/reset-password`, { newPassword: password }) : made;
  if (reset !== 200) throw new Error(`the event store refused to make the user: ${reset}`);
}

const admins = ['$admins'];
const ours = [user, ...admins];
const defaults = {
  $userStreamAcl: { $r: ours, $w: ours, $d: admins, $mr: ours, $mw: admins },
  $systemStreamAcl: { $r: admins, $w: admins, $d: admins, $mr: admins, $mw: admins },
};

async function lastDefaults(client) {
  try {
    for await (const { event } of client.readStream('$settings', { direction: BACKWARDS, fromRevision: END, maxCount: 1, credentials: admin })) return event?.data;
  } catch (error) {
    if (error.type !== 'stream-not-found') throw error;
  }
  return undefined;
}

await makeUser();
const { host } = new URL(server);
const client = EventStoreDBClient.connectionString(`esdb://${host}?tls=true`);
if (JSON.stringify(await lastDefaults(client)) !== JSON.stringify(defaults)) {
  await client.appendToStream('$settings', jsonEvent({ type: 'update-default-acl', data: defaults }), { credentials: admin });
}
await client.setStreamMetadata('$all', { acl: { readRoles: ours, metaReadRoles: admins, metaWriteRoles: admins } }, { credentials: admin });
await client.dispose();
process.stdout.write(`${user} may read and append, and follow the whole log\n`);
