# syntax=docker/dockerfile:1

# Production packages alone; their natives come prebuilt for the platform.
FROM node:24-trixie-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
# The base image has Node 24: the one that npm brings for hosts with an older Node only takes room.
RUN npm ci --omit=dev --ignore-scripts && rm -rf node_modules/node-linux-* node_modules/.bin/node

# The web app: its bundle is all that the image needs of what makes it.
FROM node:24-trixie-slim AS web
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts
COPY tsconfig.json ./
COPY src/pictures ./src/pictures
COPY src/web ./src/web
RUN ["node", "node_modules/vite/bin/vite.js", "build", "--config", "src/web/vite.config.ts"]

FROM node:24-trixie-slim
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=4000 \
    DATA_DIR=/data \
    META_DIR=/data/meta \
    LOG_DIR=/data/logs
WORKDIR /app
COPY --from=packages /app/node_modules ./node_modules
COPY package.json schema.graphql ./
COPY src ./src
COPY --from=web /app/dist ./dist
RUN mkdir -p /data/downloads /data/tmp /data/parquet_builds /data/meta /data/logs /data/tmdb && chown -R 1000:1000 /data
# The compiled modules, for every start as this user: see src/main.ts. Node compiles anew for another one.
RUN mkdir node_modules/.cache && chown 1000:1000 node_modules/.cache
USER 1000:1000
RUN ["node", "src/main.ts", "--version"]
VOLUME /data
EXPOSE 4000
HEALTHCHECK --interval=30s --timeout=5s --start-period=10s --retries=3 \
    CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/livez`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "src/main.ts", "serve"]
