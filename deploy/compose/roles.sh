#!/bin/sh
# Each service's role and database, as often as you like: at the first start by the image itself, later by
#   docker compose exec -u postgres postgres /docker-entrypoint-initdb.d/roles.sh
set -eu
while read -r service RONGCUO_ROLE_PASSWORD; do
    export RONGCUO_ROLE_PASSWORD
    psql --no-psqlrc -q -v ON_ERROR_STOP=1 -v service="$service" -f "${ROLE_SQL:-/etc/rongcuo/role.sql}" "${SUPERUSER:-postgres}"
done < "${ROLES:-/run/secrets/rongcuo/roles}"
