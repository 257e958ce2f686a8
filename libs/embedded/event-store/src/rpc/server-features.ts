import type { Empty } from '@eventstore/db-client/generated/shared_pb.js';
import type { SupportedMethods } from '@eventstore/db-client/generated/serverfeatures_pb.js';
import type { handleUnaryCall } from '@grpc/grpc-js';

import { featuresPb } from './protocol.js';

/** The first line of versions whose subscriptions say when they have caught up, as this node's do. */
export const SERVER_VERSION = '23.10.0';
const STREAMS = 'event_store.client.streams.streams';

/** Announces what exists and nothing else, so that a client says clearly what is unsupported. */
export function supportedMethodsHandler(allowDeletes: boolean): handleUnaryCall<Empty, SupportedMethods> {
  return (_call, callback) => {
    const answer = new featuresPb.SupportedMethods().setEventStoreServerVersion(SERVER_VERSION);
    const announce = (service: string, method: string, features: string[] = []): void => {
      answer.addMethods(new featuresPb.SupportedMethod().setServiceName(service).setMethodName(method).setFeaturesList(features));
    };
    announce(STREAMS, 'read', ['position', 'events']);
    announce(STREAMS, 'append');
    announce(STREAMS, 'batchappend', ['deadline_duration']);
    if (allowDeletes) {
      announce(STREAMS, 'delete');
      announce(STREAMS, 'tombstone');
    }
    announce('event_store.client.gossip.gossip', 'read');
    announce('event_store.client.server_features.serverfeatures', 'getsupportedmethods');
    callback(null, answer);
  };
}
