import { optional, switched, withDefault } from './flag.ts';
import type { Flag } from './flag.ts';
import { readChoice, readGraph, readHostPort, readHostPortOrOff, readSwitch, readText } from './values.ts';

export const DEFAULT_PORT = 50051;
export const DEFAULT_METRICS_PORT = 9464;
export const DEFAULT_HEALTH_PORT = 50052;

/** Where things are and how they are reached. */
export const CONNECT_FLAGS = {
  coordinator: withDefault({
    name: 'coordinator',
    value: 'HOST[:PORT]',
    env: 'COORDINATOR',
    read: readHostPort(DEFAULT_PORT),
    fallback: `127.0.0.1:${String(DEFAULT_PORT)}`,
    help: 'the coordinator to talk to',
  }),
  coordinatorGiven: optional({
    name: 'coordinator',
    value: 'HOST[:PORT]',
    env: 'COORDINATOR',
    read: readHostPort(DEFAULT_PORT),
    help: 'a running coordinator to ask',
  }),
  // Graph commands choose a store by --graph; only a flag makes them ask a coordinator instead.
  graphCoordinator: optional({
    name: 'coordinator',
    value: 'HOST[:PORT]',
    read: readHostPort(DEFAULT_PORT),
    help: 'ask the coordinator that owns the graph instead of opening it',
  }),
  listen: withDefault({
    name: 'listen',
    value: 'HOST:PORT',
    env: 'LISTEN',
    read: readHostPort(DEFAULT_PORT),
    fallback: `127.0.0.1:${String(DEFAULT_PORT)}`,
    help: 'where to listen; beyond loopback it needs --tls-* or --token-file, or --insecure',
  }),
  queueDir: withDefault({
    name: 'queue-dir',
    value: 'DIR',
    env: 'QUEUE_DIR',
    read: readText,
    fallback: '.filigree/queue',
    help: 'where the queue keeps its leases file',
  }),
  graph: withDefault({
    name: 'graph',
    value: 'GRAPH',
    env: 'GRAPH',
    read: readGraph,
    fallback: 'sqlite:.filigree/graph.db',
    help: 'sqlite:FILE, or neo4j (see NEO4J_URI)',
  }),
  fsync: withDefault({
    name: 'fsync',
    value: 'WHEN',
    read: readChoice(['strict', 'interval']),
    fallback: 'strict',
    choices: ['strict', 'interval'],
    help: 'strict: nothing is acknowledged before it is on disk; interval: at most 100 ms may be lost with the power',
  }),
  // Whether it was given decides what happens when the port is taken: a given one is an error, the default moves.
  metrics: {
    ...optional({
      name: 'metrics',
      value: 'HOST:PORT',
      env: 'METRICS',
      read: readHostPortOrOff(DEFAULT_METRICS_PORT),
      help: 'where Prometheus may read /metrics, or off; beyond loopback as --listen',
    }),
    fallback: `127.0.0.1:${String(DEFAULT_METRICS_PORT)}`,
  },
  health: optional({
    name: 'health',
    value: 'HOST:PORT',
    env: 'HEALTH',
    read: readHostPort(DEFAULT_HEALTH_PORT),
    help: 'answer grpc.health.v1 there as well, in the clear, and nothing else',
  }),
  insecure: switched({
    name: 'insecure',
    env: 'INSECURE',
    read: readSwitch,
    help: 'allow connections in the clear beyond loopback',
  }),
  tlsCert: optional({
    name: 'tls-cert',
    value: 'FILE',
    env: 'TLS_CERT',
    read: readText,
    help: 'certificate (PEM) to show to the other side',
  }),
  tlsKey: optional({
    name: 'tls-key',
    value: 'FILE',
    env: 'TLS_KEY',
    read: readText,
    help: 'private key (PEM) of --tls-cert',
  }),
  tlsCa: optional({
    name: 'tls-ca',
    value: 'FILE',
    env: 'TLS_CA',
    read: readText,
    help: 'certificate authority (PEM) that the other side must be signed by',
  }),
  tokenFile: optional({
    name: 'token-file',
    value: 'FILE',
    env: 'TOKEN_FILE',
    read: readText,
    help: 'file with a bearer token, sent and checked over TLS',
  }),
  neo4jUri: optional({
    name: '',
    env: 'NEO4J_URI',
    read: readText,
    help: 'address of Neo4j: bolt:// or neo4j://, with +s for TLS',
  }),
  neo4jUser: withDefault({ name: '', env: 'NEO4J_USER', read: readText, fallback: 'neo4j', help: 'user of Neo4j' }),
  neo4jPassword: withDefault({
    name: '',
    env: 'NEO4J_PASSWORD',
    read: (text) => text,
    fallback: '',
    help: 'password of Neo4j',
  }),
  neo4jQueryUser: optional({
    name: '',
    env: 'NEO4J_QUERY_USER',
    read: readText,
    help: 'user of Neo4j for graph query, best one that may only read; else NEO4J_USER',
  }),
  neo4jQueryPassword: withDefault({
    name: '',
    env: 'NEO4J_QUERY_PASSWORD',
    read: (text) => text,
    fallback: '',
    help: 'password of NEO4J_QUERY_USER',
  }),
  neo4jDatabase: withDefault({
    name: '',
    env: 'NEO4J_DATABASE',
    read: readText,
    fallback: 'neo4j',
    help: 'database of Neo4j',
  }),
} as const satisfies Readonly<Record<string, Flag<unknown>>>;
