# One image with the commands coordinator, worker and tui. Built in two stages so that compilers, tests and
# development packages stay behind.
FROM node:20-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc tsconfig.base.json tsconfig.build.json ./
COPY scripts scripts
COPY proto proto
COPY libs libs
COPY apps apps
# Nothing of a package runs at install; the one script that must is our own build.
RUN npm ci --ignore-scripts --no-audit --no-fund && npm run build
# What only development needs goes: packages, sources, tests, maps.
RUN npm prune --omit=dev --ignore-scripts --no-audit --no-fund \
  && rm -rf node_modules/.cache node_modules/@filigree/testing libs/testing \
  && find apps libs -depth \( -name src -o -name test -o -name 'tsconfig*' -o -name 'jest.config.cjs' -o -name '*.map' -o -name '*.d.ts' -o -name '*.tsbuildinfo' -o -name out-tsc \) -exec rm -rf {} +

FROM node:20-bookworm-slim
ENV NODE_ENV=production PATH=/app/node_modules/.bin:$PATH
WORKDIR /app
# The folders that volumes are mounted on belong to the user, so that a fresh named volume does too.
RUN mkdir -p /app/data/queue /app/data/.filigree /filings && chown -R 1000:1000 /app/data
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/proto proto
COPY --from=build /app/libs libs
COPY --from=build /app/apps apps
COPY deploy/health.mjs deploy/health.mjs
# Where the volumes are. Set here and not in docker-compose.yml: podman-compose puts a service's own environment in the
# place of the host's QUEUE_DIR and FILINGS_DIR where that file names them.
ENV QUEUE_DIR=/app/data/queue FILINGS_DIR=/filings
USER 1000:1000
WORKDIR /app/data
CMD ["coordinator", "--help"]
