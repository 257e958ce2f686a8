import type { ClusterInfo } from '@eventstore/db-client/generated/gossip_pb.js';
import type { Empty } from '@eventstore/db-client/generated/shared_pb.js';
import type { handleUnaryCall } from '@grpc/grpc-js';

import type { EndPoint } from '../options.js';
import { gossipPb, sharedPb } from './protocol.js';

const FOLLOWER = 6;
const LEADER = 8;
const TICKS_PER_MILLISECOND = 10_000;

export interface GossipFacts {
  /** Where clients reach this node. */
  readonly self: EndPoint;
  /** Another node that leads, if there is one. */
  readonly leader: EndPoint | undefined;
  readonly newId: () => string;
  readonly now: () => number;
}

/** A cluster of one, which leads; or a follower that names its leader. */
export function gossipHandler({ self, leader, newId, now }: GossipFacts): handleUnaryCall<Empty, ClusterInfo> {
  const selfId = newId();
  const leaderId = newId();
  const member = (id: string, state: typeof FOLLOWER | typeof LEADER, { host, port }: EndPoint) =>
    new gossipPb.MemberInfo()
      .setInstanceId(new sharedPb.UUID().setString(id))
      .setTimeStamp(String(BigInt(now()) * BigInt(TICKS_PER_MILLISECOND)))
      .setState(state)
      .setIsAlive(true)
      .setHttpEndPoint(new gossipPb.EndPoint().setAddress(host).setPort(port));
  return (_call, callback) => {
    const members = leader === undefined ? [member(selfId, LEADER, self)] : [member(selfId, FOLLOWER, self), member(leaderId, LEADER, leader)];
    callback(null, new gossipPb.ClusterInfo().setMembersList(members));
  };
}
