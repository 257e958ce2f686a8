import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

import { binaryEvent, DeadlineExceededError } from '@eventstore/db-client';
import type { AppendReq, BatchAppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { ClientWritableStream, ServiceError } from '@grpc/grpc-js';
import { credentials, status } from '@grpc/grpc-js';
import { afterAll, describe, expect, it } from '@jest/globals';

import { sharedPb, streamsGrpc, streamsPb } from './rpc/protocol.js';
import { oneNode } from './testing/one-node.js';
import { connect, createThrowawayLog } from './testing/throwaway-log.js';

const LONGER_THAN_A_WRITE_MAY_TAKE_MS = 2_300;
const MORE_THAN_HALF_OF_AN_APPEND = Buffer.alloc(700_000, 'a');

const { store } = await oneNode();

describe('an append that is slow to arrive', () => {
  const raw = new streamsGrpc.StreamsClient(`127.0.0.1:${store.port}`, credentials.createInsecure());
  afterAll(() => raw.close());

  it('is told that it is too large, not that it is late, when its deadline passes between its chunks', async () => {
    const call = raw.batchAppend();
    const answer = new Promise<BatchAppendResp>((resolve, reject) => call.once('data', resolve).once('error', reject));
    const id = randomUUID();
    call.write(chunk(id).setOptions(anyRevision()));
    await pause(LONGER_THAN_A_WRITE_MAY_TAKE_MS);
    call.write(chunk(id));
    const error = (await answer).getError();
    expect(error?.getDetails()?.getTypeUrl()).toContain('MaximumAppendSizeExceeded');
    call.cancel();
  });

  it('is told once that it timed out when the rest of it never comes, or comes after that', async () => {
    const call = raw.batchAppend();
    const answers: BatchAppendResp[] = [];
    const answered = new Promise((resolve, reject) => call.on('data', (answer) => resolve(answers.push(answer))).once('error', reject));
    const id = randomUUID();
    const one = () => chunk(id, Buffer.from('{}'));
    call.write(one().setOptions(anyRevision()));
    await answered;
    call.write(one());
    call.write(one().setIsFinal(true));
    await pause(300);
    expect(answers.map((answer) => answer.getError()?.getDetails()?.getTypeUrl())).toEqual([expect.stringContaining('Timeout')]);
    expect(answers[0]?.getCorrelationId()?.getString()).toBe(id);
    call.cancel();
  }, 20_000);

  it('is refused when it comes on top of many that are slow too, and those are not', async () => {
    const call = raw.batchAppend();
    const answers = new Map<string, BatchAppendResp>();
    call.on('data', (answer: BatchAppendResp) => void answers.set(answer.getCorrelationId()?.getString() ?? '', answer)).on('error', () => undefined);
    const ids = Array.from({ length: 30 }, () => randomUUID());
    for (const id of ids) call.write(chunk(id).setOptions(anyRevision()));
    const small = Buffer.from('{}');
    for (const id of ids) call.write(chunk(id, small).setIsFinal(true));
    while (answers.size < ids.length) await pause(20);
    const failed = ids.filter((id) => answers.get(id)?.hasSuccess() !== true);
    expect(failed.length).toBeGreaterThan(0);
    expect(failed).toEqual(ids.slice(-failed.length));
    expect(answers.get(failed[0] ?? '')?.getError()?.getMessage()).toContain('not complete');
    expect(ids.length - failed.length).toBeGreaterThan(20);
    call.cancel();
  });

  it('is late when its deadline had passed before its first chunk came, whatever else is wrong with it', async () => {
    const client = connect(store);
    const halves = [1, 2].map(() => binaryEvent({ type: 'ConcernReceived', data: MORE_THAN_HALF_OF_AN_APPEND }));
    const late = client.appendToStream(`enquiry-${randomUUID()}`, halves, { deadline: -1_000 });
    await expect(late).rejects.toThrow(DeadlineExceededError);
    await client.dispose();
  });

  it('is refused as "unavailable" when the node stops meanwhile, so that it is tried again elsewhere', async () => {
    const started = await createThrowawayLog();
    const stopped = await started.start();
    const client = new streamsGrpc.StreamsClient(`127.0.0.1:${stopped.port}`, credentials.createInsecure());
    try {
      const { outcome, upload } = neverEnding(client);
      await sent(upload, new streamsPb.AppendReq().setOptions(classicOptions()));
      await stopped.stop();
      expect((await outcome)?.code).toBe(status.UNAVAILABLE);
    } finally {
      client.close();
      await stopped.stop();
      await started.drop();
    }
  });
});

function neverEnding(client: InstanceType<typeof streamsGrpc.StreamsClient>) {
  let settle: (error: ServiceError | null) => void;
  const outcome = new Promise<ServiceError | null>((resolve) => (settle = resolve));
  const upload = client.append((error) => settle(error));
  upload.on('error', () => undefined);
  return { outcome, upload };
}

/** The callback tells that it left; the node takes it in the order of the connection, a moment later. */
async function sent(upload: ClientWritableStream<AppendReq>, message: AppendReq): Promise<void> {
  await new Promise<void>((resolve) => upload.write(message, () => resolve()));
  await pause(500);
}

function classicOptions() {
  const options = new streamsPb.AppendReq.Options();
  return options.setStreamIdentifier(streamName()).setAny(new sharedPb.Empty());
}

function anyRevision() {
  return new streamsPb.BatchAppendReq.Options().setStreamIdentifier(streamName()).setAny(new sharedPb.Empty());
}

function streamName() {
  return new sharedPb.StreamIdentifier().setStreamName(Buffer.from(`enquiry-${randomUUID()}`).toString('base64'));
}

function chunk(id: string, data = MORE_THAN_HALF_OF_AN_APPEND) {
  const event = new streamsPb.BatchAppendReq.ProposedMessage().setId(new sharedPb.UUID().setString(randomUUID()));
  event.getMetadataMap().set('type', 'ConcernReceived').set('content-type', 'application/octet-stream');
  const message = new streamsPb.BatchAppendReq().setCorrelationId(new sharedPb.UUID().setString(id)).setIsFinal(false);
  return message.setProposedMessagesList([event.setData(data)]);
}
