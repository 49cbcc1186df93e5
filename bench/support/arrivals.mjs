// Preloaded into a coordinator: tells its parent the wall-clock time at which each Submit arrives, before any of the
// coordinator's own code has seen it.
import http2 from 'node:http2';

const { createServer } = http2;

http2.createServer = (...args) =>
  createServer(...args).on('stream', (_stream, headers) => {
    if (headers[':path']?.endsWith('/Submit')) process.send({ at_ms: performance.timeOrigin + performance.now() });
  });
