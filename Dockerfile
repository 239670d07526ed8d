# npm comes from this image; the Node that runs Plazo comes with Plazo, as everywhere.
FROM node:24-slim

WORKDIR /plazo
COPY package.json package-lock.json ./
RUN npm ci --omit=dev && npm cache clean --force
COPY . .

# Give it DATABASE_URL; or mount a volume at /data for the embedded database. The playground stays at home.
ENV HOST=0.0.0.0 PLAYGROUND=off DATA_DIR=/data
RUN mkdir -m 700 /data && chown node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK CMD ["node_modules/.bin/node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3000}/healthz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node_modules/.bin/node", "--max-semi-space-size=4", "src/main.ts"]
