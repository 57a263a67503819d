#!/usr/bin/env bash
# Installs PgBouncer (Debian, Ubuntu), which PgBouncerIT runs the service behind. Without it that
# test is skipped.
set -euo pipefail
if command -v pgbouncer > /dev/null || [ -x /usr/sbin/pgbouncer ]; then
  exit 0
fi
if [ "$(id -u)" != 0 ] || ! command -v apt-get > /dev/null; then
  echo "Install the package pgbouncer to have PgBouncerIT run." >&2
  exit 0
fi
apt-get update -qq
DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends pgbouncer > /dev/null
# The package starts a service of its own; nobody asked for it.
if command -v service > /dev/null; then
  service pgbouncer stop > /dev/null 2>&1 || true
fi
