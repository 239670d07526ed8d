# The image's Node runs Plazo, so the one that npm would bring is left out (--omit=optional).
FROM node:26-slim

WORKDIR /plazo
COPY package.json package-lock.json ./
COPY src/commands/after-install.mjs src/commands/lighten.mjs src/commands/
RUN npm ci --omit=dev --omit=optional && npm cache clean --force
COPY . .
# An empty embedded database, which the first start copies.
RUN node src/commands/prepare-database.ts

# Give it DATABASE_URL; or mount a volume at /data for the embedded database. The playground stays at home.
ENV HOST=0.0.0.0 PLAYGROUND=off NODE_COMPILE_CACHE=/tmp/plazo-compiled DATA_DIR=/data
RUN mkdir -m 700 /data && chown node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3000}/healthz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--max-semi-space-size=4", "--expose-gc", "src/main.ts"]
