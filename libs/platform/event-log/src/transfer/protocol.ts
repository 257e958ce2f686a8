/*
 * The compiled protocol definitions that the client package ships. The client's own methods parse JSON and write it anew,
 * which changes bytes (key order, numbers beyond 2^53, white space); the messages under them carry bytes as they are.
 */
import featuresGrpc from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import sharedPb from '@eventstore/db-client/generated/shared_pb.js';
import streamsGrpc from '@eventstore/db-client/generated/streams_grpc_pb.js';
import streamsPb from '@eventstore/db-client/generated/streams_pb.js';

export { featuresGrpc, sharedPb, streamsGrpc, streamsPb };
