# The programs without Swift: built in one stage, copied into a bare system in the other (docs/install.md).
FROM swift:6.3-jammy AS build
RUN apt-get update -qq && apt-get install -y -qq --no-install-recommends binutils libcmark-dev libyaml-dev pkg-config python3
WORKDIR /limber
COPY . .
RUN scripts/release --to /release && mkdir /programs && tar -xzf /release/limber-*.tar.gz --strip-components=1 -C /programs

FROM debian:bookworm-slim
RUN apt-get update -qq \
  && apt-get install -y -qq --no-install-recommends ca-certificates curl git brotli libstdc++6 libvips-tools \
  && rm -rf /var/lib/apt/lists/*
COPY --from=build /programs/ /usr/local/
WORKDIR /site
ENTRYPOINT ["limber"]
CMD ["--help"]
