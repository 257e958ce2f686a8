import type { ReadResp } from '@eventstore/db-client/generated/streams_pb.js';

import { sharedPb, streamsPb } from './protocol.js';

function encoded(message: ReadResp): Buffer {
  return Buffer.from(message.serializeBinary());
}

export function confirmation(subscriptionId: string): Buffer {
  const message = new streamsPb.ReadResp.SubscriptionConfirmation().setSubscriptionId(subscriptionId);
  return encoded(new streamsPb.ReadResp().setConfirmation(message));
}

export function checkpoint(position: number): Buffer {
  const message = new streamsPb.ReadResp.Checkpoint().setCommitPosition(String(position)).setPreparePosition(String(position));
  return encoded(new streamsPb.ReadResp().setCheckpoint(message));
}

export function caughtUp(): Buffer {
  return encoded(new streamsPb.ReadResp().setCaughtUp(new streamsPb.ReadResp.CaughtUp()));
}

export function streamNotFound(stream: string): Buffer {
  const identifier = new sharedPb.StreamIdentifier().setStreamName(Buffer.from(stream));
  return encoded(new streamsPb.ReadResp().setStreamNotFound(new streamsPb.ReadResp.StreamNotFound().setStreamIdentifier(identifier)));
}
