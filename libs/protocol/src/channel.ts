import type { ChannelOptions, ServerOptions } from '@grpc/grpc-js';
import { MAX_IDLE_CONNECTION_MS, MAX_MESSAGE_BYTES } from './limits.ts';

/** Options of every channel. HTTP/2 pings never end a stream before the lease TTL of 30 s would. */
export const CHANNEL_OPTIONS: ChannelOptions = {
  'grpc.max_receive_message_length': MAX_MESSAGE_BYTES,
  'grpc.max_send_message_length': MAX_MESSAGE_BYTES,
  'grpc.keepalive_time_ms': 30_000,
  'grpc.keepalive_timeout_ms': 40_000,
  'grpc.keepalive_permit_without_calls': 0,
  'grpc.initial_reconnect_backoff_ms': 100,
  'grpc.min_reconnect_backoff_ms': 100,
  'grpc.max_reconnect_backoff_ms': 2000,
  // Two clients in one process are two peers: a shared connection would fail for both.
  'grpc.use_local_subchannel_pool': 1,
  'grpc.enable_retries': 0,
};

/** Options of every server: bounded messages, patience with stopped workers, none with connections that nobody uses. */
export const SERVER_OPTIONS: ServerOptions = {
  'grpc.max_receive_message_length': MAX_MESSAGE_BYTES,
  'grpc.max_send_message_length': MAX_MESSAGE_BYTES,
  'grpc.keepalive_time_ms': 30_000,
  'grpc.keepalive_timeout_ms': 40_000,
  'grpc.max_connection_idle_ms': MAX_IDLE_CONNECTION_MS,
};
