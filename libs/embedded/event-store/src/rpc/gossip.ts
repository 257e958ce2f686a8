import type { ClusterInfo } from '@eventstore/db-client/generated/gossip_pb.js';
import type { Empty } from '@eventstore/db-client/generated/shared_pb.js';
import type { handleUnaryCall } from '@grpc/grpc-js';

import { gossipPb, sharedPb } from './protocol.js';

const LEADER = 8;
const TICKS_PER_MILLISECOND = 10_000;

/** A cluster of one: this node leads, at the address that was dialled. */
export function gossipHandler(host: string, port: () => number, instanceId: string, now: () => number): handleUnaryCall<Empty, ClusterInfo> {
  return (_call, callback) => {
    const member = new gossipPb.MemberInfo()
      .setInstanceId(new sharedPb.UUID().setString(instanceId))
      .setTimeStamp(String(BigInt(now()) * BigInt(TICKS_PER_MILLISECOND)))
      .setState(LEADER)
      .setIsAlive(true)
      .setHttpEndPoint(new gossipPb.EndPoint().setAddress(host).setPort(port()));
    callback(null, new gossipPb.ClusterInfo().setMembersList([member]));
  };
}
