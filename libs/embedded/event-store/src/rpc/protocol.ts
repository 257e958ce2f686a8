/*
 * The compiled protocol definitions that the official client package ships (Apache-2.0). They are
 * CommonJS, so each module arrives as one object; its types are imported by name where needed.
 */
import gossipGrpc from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import gossipPb from '@eventstore/db-client/generated/gossip_pb.js';
import featuresGrpc from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import featuresPb from '@eventstore/db-client/generated/serverfeatures_pb.js';
import sharedPb from '@eventstore/db-client/generated/shared_pb.js';
import statusPb from '@eventstore/db-client/generated/status_pb.js';
import streamsGrpc from '@eventstore/db-client/generated/streams_grpc_pb.js';
import streamsPb from '@eventstore/db-client/generated/streams_pb.js';

export { featuresGrpc, featuresPb, gossipGrpc, gossipPb, sharedPb, statusPb, streamsGrpc, streamsPb };
