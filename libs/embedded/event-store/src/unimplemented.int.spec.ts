import type { EventStoreDBClient as Client} from '@eventstore/db-client';
import { persistentSubscriptionToAllSettingsFromDefaults, persistentSubscriptionToStreamSettingsFromDefaults } from '@eventstore/db-client';
import monitoringGrpc from '@eventstore/db-client/generated/monitoring_grpc_pb.js';
import operationsGrpc from '@eventstore/db-client/generated/operations_grpc_pb.js';
import persistentGrpc from '@eventstore/db-client/generated/persistent_grpc_pb.js';
import projectionsGrpc from '@eventstore/db-client/generated/projections_grpc_pb.js';
import usersGrpc from '@eventstore/db-client/generated/users_grpc_pb.js';
import type { ServiceError } from '@grpc/grpc-js';
import { Client as GrpcClient, credentials, Metadata, status } from '@grpc/grpc-js';
import { afterAll, describe, expect, it } from '@jest/globals';

import { oneNode } from './testing/one-node.js';

interface Method {
  readonly path: string;
  readonly requestStream: boolean;
  readonly responseStream: boolean;
}

const SERVICES: readonly object[] = [
  persistentGrpc.PersistentSubscriptionsService, projectionsGrpc.ProjectionsService, usersGrpc.UsersService,
  operationsGrpc.OperationsService, monitoringGrpc.MonitoringService,
];
const METHODS = SERVICES.flatMap((service) => Object.values(service) as Method[]);

const { store, client } = await oneNode();

describe('what the node leaves out', () => {
  const raw = new GrpcClient(`127.0.0.1:${store.port}`, credentials.createInsecure());
  afterAll(() => raw.close());

  it('includes every call of persistent subscriptions, projections, users, operations and monitoring', () => {
    expect(METHODS.length).toBeGreaterThan(30);
  });

  it.each(METHODS.map((method) => [method.path, method] as const))('answers %s "unimplemented" at once', async (_path, method) => {
    expect(await codeOf(raw, method)).toBe(status.UNIMPLEMENTED);
  });

  const onStream = persistentSubscriptionToStreamSettingsFromDefaults();
  const onAll = persistentSubscriptionToAllSettingsFromDefaults();
  const CALLS: readonly [string, (client: Client) => Promise<unknown>][] = [
    ['createPersistentSubscriptionToStream', (to) => to.createPersistentSubscriptionToStream('s', 'g', onStream)],
    ['createPersistentSubscriptionToAll', (to) => to.createPersistentSubscriptionToAll('g', onAll)],
    ['updatePersistentSubscriptionToStream', (to) => to.updatePersistentSubscriptionToStream('s', 'g', onStream)],
    ['updatePersistentSubscriptionToAll', (to) => to.updatePersistentSubscriptionToAll('g', onAll)],
    ['deletePersistentSubscriptionToStream', (to) => to.deletePersistentSubscriptionToStream('s', 'g')],
    ['deletePersistentSubscriptionToAll', (to) => to.deletePersistentSubscriptionToAll('g')],
    ['getPersistentSubscriptionToStreamInfo', (to) => to.getPersistentSubscriptionToStreamInfo('s', 'g')],
    ['getPersistentSubscriptionToAllInfo', (to) => to.getPersistentSubscriptionToAllInfo('g')],
    ['listAllPersistentSubscriptions', (to) => to.listAllPersistentSubscriptions()],
    ['listPersistentSubscriptionsToStream', (to) => to.listPersistentSubscriptionsToStream('s')],
    ['listPersistentSubscriptionsToAll', (to) => to.listPersistentSubscriptionsToAll()],
    ['replayParkedMessagesToStream', (to) => to.replayParkedMessagesToStream('s', 'g')],
    ['replayParkedMessagesToAll', (to) => to.replayParkedMessagesToAll('g')],
    ['restartPersistentSubscriptionSubsystem', (to) => to.restartPersistentSubscriptionSubsystem()],
    ['subscribeToPersistentSubscriptionToStream', (to) => failureOf(to.subscribeToPersistentSubscriptionToStream('s', 'g'))],
    ['subscribeToPersistentSubscriptionToAll', (to) => failureOf(to.subscribeToPersistentSubscriptionToAll('g'))],
    ['createProjection', (to) => to.createProjection('p', 'fromAll()')],
    ['updateProjection', (to) => to.updateProjection('p', 'fromAll()')],
    ['deleteProjection', (to) => to.deleteProjection('p')],
    ['enableProjection', (to) => to.enableProjection('p')],
    ['disableProjection', (to) => to.disableProjection('p')],
    ['abortProjection', (to) => to.abortProjection('p')],
    ['resetProjection', (to) => to.resetProjection('p')],
    ['getProjectionResult', (to) => to.getProjectionResult('p')],
    ['getProjectionState', (to) => to.getProjectionState('p')],
    ['getProjectionStatus', (to) => to.getProjectionStatus('p')],
    ['listProjections', (to) => to.listProjections()],
    ['restartSubsystem', (to) => to.restartSubsystem()],
  ];

  it.each(CALLS)('does not leave the official client hanging in %s', async (_name, call) => {
    await expect(call(client)).rejects.toMatchObject({ message: expect.stringMatching(/unimplemented|not implement|requires server version/i) });
  });
});

/** A streaming call tells its failure by an event. */
function failureOf(subscription: { on(name: 'error', listener: (error: Error) => void): unknown }): Promise<never> {
  return new Promise((_resolve, reject) => subscription.on('error', reject));
}

/** Calls a method with an empty message, whatever its shape, and gives the code of its answer. */
function codeOf(client: GrpcClient, { path, requestStream, responseStream }: Method): Promise<number | undefined> {
  const empty = (): Buffer => Buffer.alloc(0);
  const asIs = (bytes: Buffer): Buffer => bytes;
  const options = { deadline: Date.now() + 5_000 };
  const headers = new Metadata();
  return new Promise((resolve) => {
    const answered = (error: ServiceError | null): void => resolve(error?.code);
    if (!responseStream) {
      if (requestStream) client.makeClientStreamRequest(path, empty, asIs, headers, options, answered);
      else client.makeUnaryRequest(path, empty, asIs, {}, headers, options, answered);
      return;
    }
    const call = requestStream
      ? client.makeBidiStreamRequest(path, empty, asIs, headers, options)
      : client.makeServerStreamRequest(path, empty, asIs, {}, headers, options);
    call.on('error', answered).on('data', () => undefined).on('end', () => resolve(undefined));
  });
}
