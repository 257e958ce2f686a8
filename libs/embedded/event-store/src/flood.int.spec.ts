import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

import { jsonEvent } from '@eventstore/db-client';
import { credentials } from '@grpc/grpc-js';
import { describe, expect, it } from '@jest/globals';

import { sharedPb, streamsGrpc, streamsPb } from './rpc/protocol.js';
import { oneNode } from './testing/one-node.js';
import { asAdmin, connect } from './testing/throwaway-log.js';

const ALMOST_AN_APPEND = Buffer.alloc(1_000_000, 'a');
const APPENDS = 160;

const { log, store } = await oneNode();

describe('a flood of appends that nothing drains', () => {
  it('stays with the client once so much waits, and goes on when it is drained', async () => {
    const raw = new streamsGrpc.StreamsClient(`127.0.0.1:${store.port}`, credentials.createInsecure());
    const call = raw.batchAppend();
    let answered = 0;
    let taken = 0;
    call.on('data', () => (answered += 1)).on('error', () => undefined);
    await asAdmin(async (owner) => {
      // No commit gets through meanwhile, so everything that the node takes in waits in its memory.
      await owner.query('BEGIN; LOCK TABLE log.event IN SHARE MODE');
      for (let n = 0; n < APPENDS; n += 1) call.write(append(), () => (taken += 1));
      await pause(1_500);
      expect(taken).toBeLessThan(APPENDS - 40);
      await owner.query('ROLLBACK');
    }, log.ownerUrl);
    const giveUp = Date.now() + 20_000;
    while (answered < APPENDS && Date.now() < giveUp) await pause(50);
    expect(answered).toBe(APPENDS);
    call.cancel();
    raw.close();
    const client = connect(store);
    expect((await client.appendToStream(`enquiry-${randomUUID()}`, jsonEvent({ type: 'ConcernReceived', data: {} }))).success).toBe(true);
    await client.dispose();
  }, 40_000);
});

function append() {
  const stream = new sharedPb.StreamIdentifier().setStreamName(Buffer.from('enquiry-1').toString('base64'));
  const event = new streamsPb.BatchAppendReq.ProposedMessage().setId(new sharedPb.UUID().setString(randomUUID())).setData(ALMOST_AN_APPEND);
  event.getMetadataMap().set('type', 'ConcernReceived').set('content-type', 'application/octet-stream');
  const options = new streamsPb.BatchAppendReq.Options().setStreamIdentifier(stream).setAny(new sharedPb.Empty());
  const message = new streamsPb.BatchAppendReq().setCorrelationId(new sharedPb.UUID().setString(randomUUID())).setIsFinal(true);
  return message.setOptions(options).setProposedMessagesList([event]);
}
