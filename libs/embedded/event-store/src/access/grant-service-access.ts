import { randomUUID } from 'node:crypto';

import type { AppendRequest } from '../log/append-request.js';
import { METADATA_TYPE, metadataStreamOf } from '../log/recorded-event.js';
import type { LogWriter } from '../rpc/node.js';
import type { EventReader } from '../storage/event-reader.js';
import { ADMINISTRATORS } from './access-list.js';
import { SETTINGS_STREAM } from './access-rules.js';

const WHOLE_LOG = '$all';
const PATIENCE_MS = 5_000;

/**
 * Gives `user` what a site gives its services on a real server: reading and appending everywhere, and following
 * the whole log. Nobody but an administrator may delete a stream or change its metadata, because a `$maxAge`
 * there would let the server forget events. Lists that are set already stay as they are.
 */
export async function grantServiceAccess(writer: LogWriter, reader: EventReader, user: string): Promise<void> {
  const admins = [ADMINISTRATORS];
  const ours = [user, ...admins];
  const settings = await reader.head(SETTINGS_STREAM);
  if (settings.last < 0) {
    await write(writer, SETTINGS_STREAM, 'update-default-acl', {
      $userStreamAcl: { $r: ours, $w: ours, $d: admins, $mr: ours, $mw: admins },
      $systemStreamAcl: { $r: admins, $w: admins, $d: admins, $mr: admins, $mw: admins },
    });
  }
  const wholeLog = await reader.head(WHOLE_LOG);
  if (wholeLog.lastMetadataRevision < 0) {
    await write(writer, metadataStreamOf(WHOLE_LOG), METADATA_TYPE, { $acl: { $r: ours, $mr: admins, $mw: admins } });
  }
}

async function write(writer: LogWriter, stream: string, type: string, document: object): Promise<void> {
  const data = Buffer.from(JSON.stringify(document));
  const event = { id: randomUUID(), type, isJson: true, data, metadata: Buffer.alloc(0) };
  const request: AppendRequest = { intent: 'append', stream, expected: { kind: 'no-stream' }, events: [event] };
  const outcome = await writer.append(request, PATIENCE_MS);
  if (outcome.kind !== 'appended') throw new Error(`The access lists could not be written to ${stream}: ${outcome.kind}.`);
}
