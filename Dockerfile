# One image for every service: docker build --build-arg SERVICE=services/rs-fem -t regards/rs-fem .
FROM node:20-bookworm-slim AS packages
WORKDIR /regards
COPY package.json package-lock.json .npmrc ./
COPY framework framework
COPY generated generated
COPY services services
COPY gateway gateway
COPY cli/package.json cli/package.json
COPY platform/package.json platform/package.json
COPY pact/package.json pact/package.json
COPY reference reference
COPY portal portal
COPY docs docs
RUN npm ci --omit=dev --no-audit --no-fund && node_modules/.bin/node portal/src/main.ts

FROM debian:bookworm-slim
ARG SERVICE
ENV SERVICE=${SERVICE} REGARDS_PORT=8080 NODE_ENV=production
WORKDIR /regards
COPY --from=packages /regards /regards
# rs-config keeps versions with Git
RUN if [ "${SERVICE}" = services/rs-config ]; then \
      apt-get update && apt-get install -y --no-install-recommends git && rm -rf /var/lib/apt/lists/*; fi && \
    install -d -o 10001 -m 700 /var/lib/regards
# the project's own Node, pinned by the lockfile
RUN useradd --system --uid 10001 regards && ln -s /regards/node_modules/.bin/node /usr/local/bin/node && test -f "${SERVICE}/src/main.ts"
USER 10001
EXPOSE 8080
# An instance listens on the address it registers under: that of its container.
HEALTHCHECK --interval=10s --timeout=3s CMD ["node", "-e", "fetch(`http://${require('node:os').hostname()}:8080/actuator/health/liveness`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["sh", "-c", "REGARDS_HOST=$(hostname -i | cut -d ' ' -f 1) exec node ${SERVICE}/src/main.ts"]
