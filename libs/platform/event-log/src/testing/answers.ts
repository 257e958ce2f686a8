import gossipPb from '@eventstore/db-client/generated/gossip_pb.js';
import featuresPb from '@eventstore/db-client/generated/serverfeatures_pb.js';
import sharedPb from '@eventstore/db-client/generated/shared_pb.js';
import streamsPb from '@eventstore/db-client/generated/streams_pb.js';
import type { AppendResp, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { ClusterInfo } from '@eventstore/db-client/generated/gossip_pb.js';
import type { SupportedMethods } from '@eventstore/db-client/generated/serverfeatures_pb.js';
import { Metadata, status } from '@grpc/grpc-js';
import type { Kept, KeptEvent } from './kept-events.js';

const streams = 'event_store.client.streams.streams';
const leader = 8;

export const supportedMethods = (): SupportedMethods => {
  const answer = new featuresPb.SupportedMethods().setEventStoreServerVersion('23.10.0');
  for (const method of ['read', 'append', 'batchappend']) {
    answer.addMethods(new featuresPb.SupportedMethod().setServiceName(streams).setMethodName(method).setFeaturesList([]));
  }
  return answer;
};

export const oneLeader = (port: number): ClusterInfo => new gossipPb.ClusterInfo().setMembersList([
  new gossipPb.MemberInfo().setInstanceId(new sharedPb.UUID().setString(crypto.randomUUID())).setTimeStamp('1').setState(leader).setIsAlive(true)
    .setHttpEndPoint(new gossipPb.EndPoint().setAddress('127.0.0.1').setPort(port)),
]);

export function appendAnswer(outcome: Kept): AppendResp {
  const answer = new streamsPb.AppendResp();
  if ('current' in outcome) return answer.setWrongExpectedVersion(wrongVersion(outcome.current));
  const success = new streamsPb.AppendResp.Success().setCurrentRevision(String(outcome.kept?.revision ?? 0));
  const position = String(outcome.kept?.position ?? 0);
  return answer.setSuccess(success.setPosition(new streamsPb.AppendResp.Position().setCommitPosition(position).setPreparePosition(position)));
}

export const wrongVersion = (current: number): AppendResp.WrongExpectedVersion => {
  const answer = new streamsPb.AppendResp.WrongExpectedVersion().setExpectedAny(new sharedPb.Empty());
  return current < 0 ? answer.setCurrentNoStream(new sharedPb.Empty()) : answer.setCurrentRevision(String(current));
};

export function eventAnswer(event: KeptEvent): ReadResp {
  const recorded = new streamsPb.ReadResp.ReadEvent.RecordedEvent()
    .setId(new sharedPb.UUID().setString(event.id)).setStreamIdentifier(new sharedPb.StreamIdentifier().setStreamName(Buffer.from(event.stream)))
    .setStreamRevision(String(event.revision)).setCommitPosition(String(event.position)).setPreparePosition(String(event.position))
    .setData(event.data).setCustomMetadata(event.metadata);
  recorded.getMetadataMap().set('type', event.type).set('content-type', 'application/json').set('created', '17000000000000000');
  return new streamsPb.ReadResp().setEvent(new streamsPb.ReadResp.ReadEvent().setEvent(recorded).setCommitPosition(String(event.position)));
}

export const confirmation = (): ReadResp =>
  new streamsPb.ReadResp().setConfirmation(new streamsPb.ReadResp.SubscriptionConfirmation().setSubscriptionId(crypto.randomUUID()));

export const streamNotFound = (stream: string): ReadResp => new streamsPb.ReadResp().setStreamNotFound(
  new streamsPb.ReadResp.StreamNotFound().setStreamIdentifier(new sharedPb.StreamIdentifier().setStreamName(Buffer.from(stream))));

/** An error as a server words it. */
export interface Failure { readonly code: number; readonly details: string; readonly metadata: Metadata }

function failure(code: number, trailers: Readonly<Record<string, string>> = {}): Failure {
  const metadata = new Metadata();
  for (const [name, value] of Object.entries(trailers)) metadata.set(name, value);
  return { code, details: 'as the script says', metadata };
}

export const failures = {
  unavailable: (): Failure => failure(status.UNAVAILABLE),
  cancelled: (): Failure => failure(status.CANCELLED),
  tooLarge: (): Failure => failure(status.INVALID_ARGUMENT, { exception: 'maximum-append-size-exceeded', 'maximum-append-size': '1048576' }),
  denied: (): Failure => failure(status.PERMISSION_DENIED, { exception: 'access-denied' }),
  notLeader: (port: number): Failure =>
    failure(status.NOT_FOUND, { exception: 'not-leader', 'leader-endpoint-host': '127.0.0.1', 'leader-endpoint-port': String(port) }),
} as const;
