import { randomUUID } from 'node:crypto';
import type { AddressInfo, Socket } from 'node:net';
import { connect as connectSocket, createServer } from 'node:net';

import { StreamNotFoundError } from '@eventstore/db-client';
import type { AppendReq as AppendReqType, AppendResp as AppendRespType } from '@eventstore/db-client/generated/streams_pb.js';
import type { ClientWritableStream, ServiceError } from '@grpc/grpc-js';
import { credentials, Metadata, status } from '@grpc/grpc-js';
import { afterEach, describe, expect, it } from '@jest/globals';

import { sharedPb, streamsGrpc, streamsPb } from './rpc/protocol.js';
import { oneNode } from './testing/one-node.js';

interface Upload {
  readonly call: ClientWritableStream<AppendReqType>;
  readonly answer: Promise<{ error: ServiceError | null; response: AppendRespType | undefined }>;
}

const { store, client } = await oneNode();

describe('the upload of a classic append', () => {
  const open: { close(): void }[] = [];
  afterEach(() => {
    for (const one of open.splice(0)) one.close();
  });

  const stream = (): string => `enquiry-${randomUUID()}`;
  const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
  const upload = (port = store.port, deadline = Date.now() + 20_000): Upload => {
    const raw = new streamsGrpc.StreamsClient(`127.0.0.1:${port}`, credentials.createInsecure());
    open.push(raw);
    let call: ClientWritableStream<AppendReqType> | undefined;
    const answer = new Promise<{ error: ServiceError | null; response: AppendRespType | undefined }>((resolve) => {
      call = raw.append(new Metadata(), { deadline }, (error, response) => resolve({ error, response }));
    });
    if (call === undefined) throw new Error('the call was not made');
    return { call, answer };
  };
  const options = (name: string, expect_: 'any' | 'no-stream' | number = 'any'): AppendReqType => {
    const identifier = new sharedPb.StreamIdentifier().setStreamName(Buffer.from(name));
    const message = new streamsPb.AppendReq.Options().setStreamIdentifier(identifier);
    if (expect_ === 'any') message.setAny(new sharedPb.Empty());
    else if (expect_ === 'no-stream') message.setNoStream(new sharedPb.Empty());
    else message.setRevision(String(expect_));
    return new streamsPb.AppendReq().setOptions(message);
  };
  const event = (properties: Readonly<Record<string, string>> = { type: 'ConcernReceived', 'content-type': 'application/json' }, bytes = 2): AppendReqType => {
    const proposed = new streamsPb.AppendReq.ProposedMessage().setId(new sharedPb.UUID().setString(randomUUID())).setData(Buffer.alloc(bytes, 48));
    for (const [key, value] of Object.entries(properties)) proposed.getMetadataMap().set(key, value);
    return new streamsPb.AppendReq().setProposedMessage(proposed);
  };
  const isAbsent = async (name: string): Promise<void> => {
    const read = async (): Promise<void> => {
      for await (const one of client.readStream(name)) expect(one).toBeUndefined();
    };
    await expect(read()).rejects.toBeInstanceOf(StreamNotFoundError);
  };
  /** Stands between client and node, and can cut the line. */
  const cuttableLine = async (): Promise<{ port: number; cut(): void }> => {
    const sockets: Socket[] = [];
    const server = createServer((near) => {
      const far = connectSocket({ host: '127.0.0.1', port: store.port });
      for (const [from, to] of [[near, far], [far, near]] as const) from.on('error', () => undefined).pipe(to);
      sockets.push(near, far);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const cut = (): void => sockets.forEach((socket) => socket.destroy());
    open.push({ close: () => (cut(), server.close()) });
    return { port: (server.address() as AddressInfo).port, cut };
  };

  it('is accepted whole, however slowly it comes', async () => {
    const name = stream();
    const { call, answer } = upload();
    call.write(options(name));
    for (let n = 0; n < 3; n += 1) {
      call.write(event());
      await wait(20);
    }
    call.end();
    expect((await answer).response?.getSuccess()?.getCurrentRevision()).toBe('2');
  });

  it('leaves nothing behind when the line is cut in its middle', async () => {
    const name = stream();
    const line = await cuttableLine();
    const { call, answer } = upload(line.port);
    call.write(options(name));
    call.write(event());
    call.write(event());
    await wait(100);
    line.cut();
    expect((await answer).error).toBeTruthy();
    await wait(200);
    await isAbsent(name);
  });

  it('leaves nothing behind when the client cancels in its middle', async () => {
    const name = stream();
    const { call, answer } = upload();
    call.write(options(name));
    call.write(event());
    call.write(event());
    await wait(100);
    call.cancel();
    expect((await answer).error?.code).toBe(status.CANCELLED);
    await wait(200);
    await isAbsent(name);
  });

  it('leaves nothing behind when the client gives up waiting in its middle', async () => {
    const name = stream();
    const { call, answer } = upload(store.port, Date.now() + 300);
    call.write(options(name));
    call.write(event());
    expect((await answer).error?.code).toBe(status.DEADLINE_EXCEEDED);
    await wait(200);
    await isAbsent(name);
  });

  it('fails when it never said to which stream', async () => {
    const { call, answer } = upload();
    call.write(event());
    call.end();
    expect((await answer).error?.code).toBe(status.INVALID_ARGUMENT);
  });

  it.each([
    ['type', { 'content-type': 'application/json' }],
    ['content-type', { type: 'ConcernReceived' }],
    ['type,content-type', {}],
  ])('fails naming the properties that are missing: %s', async (missing, properties: Readonly<Record<string, string>>) => {
    const name = stream();
    const { call, answer } = upload();
    call.write(options(name));
    call.write(event(properties));
    call.end();
    const { error } = await answer;
    expect(error?.code).toBe(status.INVALID_ARGUMENT);
    expect(error?.metadata.getMap()).toMatchObject({ exception: 'missing-required-metadata-property', 'required-metadata-properties': missing });
    await isAbsent(name);
  });

  it('fails with the limit in the trailers when it is too large', async () => {
    const { call, answer } = upload();
    call.write(options(stream()));
    for (let n = 0; n < 3; n += 1) call.write(event(undefined, 400_000));
    call.end();
    expect((await answer).error?.metadata.getMap()).toMatchObject({ exception: 'maximum-append-size-exceeded', 'maximum-append-size': '1048576' });
  });

  it.each([
    ['no-stream', 2 ** 64],
    [7, 7],
  ] as const)('fills the old and the new fields when %s was expected in vain', async (expected, old) => {
    const name = stream();
    await client.appendToStream(name, [{ id: randomUUID(), type: 'ConcernReceived', contentType: 'application/json', data: {}, metadata: undefined }]);
    const { call, answer } = upload();
    call.write(options(name, expected));
    call.write(event());
    call.end();
    const wrong = (await answer).response?.getWrongExpectedVersion();
    expect(wrong?.getExpectedRevision2060()).toBe(old);
    expect(wrong?.getCurrentRevision2060()).toBe(0);
    expect(wrong?.getCurrentRevision()).toBe('0');
    expect(wrong?.hasExpectedNoStream()).toBe(expected === 'no-stream');
  });
});
