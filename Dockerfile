# The image of one service. Its jar is built and tested before: `./mvnw package`, then for example
#
#   docker build --build-arg MODULE=live-service --build-arg PORT=8081 -t pasar/live-service .
#
# One file for all three services: they differ in their jar and their port, and must not come to differ in user, flags
# or health check.
ARG RUNTIME=eclipse-temurin:25-jre

FROM ${RUNTIME} AS layers
ARG MODULE
WORKDIR /layers
COPY ${MODULE}/target/pasar-${MODULE}-*-exec.jar service.jar
RUN java -Djarmode=tools -jar service.jar extract --layers --destination out

FROM ${RUNTIME}
# What changes seldom comes first: libraries, then Pasar's own modules, then the service.
WORKDIR /pasar
COPY --from=layers /layers/out/dependencies/ ./
COPY --from=layers /layers/out/spring-boot-loader/ ./
COPY --from=layers /layers/out/snapshot-dependencies/ ./
COPY --from=layers /layers/out/application/ ./
COPY deploy/service/ready /usr/local/bin/ready

# Nobody in particular; nothing of /pasar is theirs to write.
USER 10001:10001
# Health, metrics and the operator's endpoints are on a port of their own, which no edge passes on.
ARG PORT
ENV MANAGEMENT_SERVER_PORT=8090
EXPOSE ${PORT} ${MANAGEMENT_SERVER_PORT}
HEALTHCHECK --interval=10s --timeout=6s --start-period=120s --retries=3 CMD ["ready"]

# The exec form makes the JVM process 1: SIGTERM reaches it and it ends gracefully. The heap leaves room for Netty's
# direct memory; more flags go into JDK_JAVA_OPTIONS.
ENTRYPOINT ["java", \
    "-XX:MaxRAMPercentage=60", \
    "-XX:+ExitOnOutOfMemoryError", \
    "-XX:+UseCompactObjectHeaders", \
    "--enable-native-access=ALL-UNNAMED", \
    "--sun-misc-unsafe-memory-access=allow", \
    "-jar", "service.jar"]
