import { describe, expect, it } from '@jest/globals';

import { RecordedEvent } from '../log/recorded-event.js';
import { Tail } from '../log/tail.js';
import type { StreamHead } from '../storage/event-reader.js';
import { NO_HEAD } from '../storage/event-reader.js';
import { AccessRules } from './access-rules.js';

const CLERK = { name: 'clerk', groups: [] };

/** A log in which one access list stands, and a node that holds the log or does not. */
function setting() {
  let list: object = { $acl: { $r: 'clerk' } };
  let lookUps = 0;
  const writer = { holdsLog: true, tail: new Tail(0) };
  const reader = {
    head: (): Promise<StreamHead> => {
      lookUps += 1;
      return Promise.resolve({ ...NO_HEAD, metadataDocument: Buffer.from(JSON.stringify(list)) });
    },
    streamBackwards: () => Promise.resolve([]),
  };
  const set = (next: object): void => void (list = next);
  return { rules: new AccessRules(reader, writer), writer, set, lookUps: () => lookUps };
}

const changeOf = (stream: string): RecordedEvent =>
  RecordedEvent.record(
    { id: '5c9a3b2e-0000-4000-8000-000000000000', type: '$metadata', isJson: true, data: Buffer.from('{}'), metadata: Buffer.alloc(0) },
    { position: 1, stream, revision: 0, createdMs: 0 },
  );

describe('the access rules of a node', () => {
  it('are looked up once while the node holds the log, and again when they change', async () => {
    const { rules, writer, set, lookUps } = setting();
    expect(await rules.may(CLERK, 'read', 'enquiry-1')).toBe(true);
    expect(rules.may(CLERK, 'read', 'enquiry-1')).toBe(true);
    expect(lookUps()).toBe(1);
    set({ $acl: { $r: 'nobody' } });
    writer.tail.publish([changeOf('$$enquiry-1')]);
    expect(await rules.may(CLERK, 'read', 'enquiry-1')).toBe(false);
  });

  it('are looked up each time once the node has lost the log: nobody would tell it of a change', async () => {
    const { rules, writer, set } = setting();
    expect(await rules.may(CLERK, 'read', 'enquiry-1')).toBe(true);
    writer.holdsLog = false;
    set({ $acl: { $r: 'nobody' } });
    expect(await rules.may(CLERK, 'read', 'enquiry-1')).toBe(false);
    set({ $acl: { $r: 'clerk' } });
    expect(await rules.may(CLERK, 'read', 'enquiry-1')).toBe(true);
  });

  it('are not kept when the log was lost while they were looked up', async () => {
    const { rules, writer, lookUps } = setting();
    const asked = rules.may(CLERK, 'read', 'enquiry-1');
    writer.holdsLog = false;
    await asked;
    writer.holdsLog = true;
    await rules.may(CLERK, 'read', 'enquiry-1');
    expect(lookUps()).toBe(2);
  });
});
