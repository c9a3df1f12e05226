#!/bin/sh
# Run once by the database image: the login the application works with. What it may do, the migrations say.
set -eu
psql -v ON_ERROR_STOP=1 -v password="$APP_PASSWORD" --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<'SQL'
create role sa_app login password :'password';
SQL
