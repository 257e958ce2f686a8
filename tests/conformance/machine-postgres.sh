#!/usr/bin/env bash
# Finds or starts the machine's own PostgreSQL and prints a superuser's URL of it; installs it where that is possible.
set -euo pipefail

if ! command -v pg_lsclusters >/dev/null; then
  apt-get update -qq >&2 && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends postgresql >&2
fi
read -r version name port state _ < <(pg_lsclusters --no-header | head -n 1)
if [ "$state" != online ]; then
  pg_ctlcluster --skip-systemctl-redirect "$version" "$name" start >&2
fi
# A role of its own with a password: how a site lets its administrators in is its own business.
password=$(head -c 18 /dev/urandom | base64 | tr -d '/+=')
as_postgres() { if [ "$(id -u)" -eq 0 ]; then su postgres -s /bin/sh -c "$1"; else sh -c "$1"; fi; }
as_postgres "psql -qAt -p $port -d postgres" >&2 <<SQL
DO \$\$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'mash_conformance') THEN CREATE ROLE mash_conformance; END IF; END \$\$;
ALTER ROLE mash_conformance SUPERUSER LOGIN PASSWORD '$password';
SQL
printf 'postgres://mash_conformance:%s@127.0.0.1:%s/postgres\n' "$password" "$port"
