-- One service's role and database: it owns that database, is no superuser and may enter no other. Run by a
-- superuser, once per service, as often as you like; the password comes from the environment:
--   RONGCUO_ROLE_PASSWORD=… psql -v ON_ERROR_STOP=1 -v service=filing -f role.sql postgres
\getenv password RONGCUO_ROLE_PASSWORD
\set role rongcuo_ :service
SELECT format('CREATE ROLE %I', :'role')
 WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = :'role') \gexec
ALTER ROLE :"role" LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD :'password';
SELECT format('CREATE DATABASE %I OWNER %I ENCODING ''UTF8'' TEMPLATE template0', :'role', :'role')
 WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = :'role') \gexec
REVOKE ALL ON DATABASE :"role" FROM PUBLIC;
REVOKE ALL ON DATABASE postgres FROM PUBLIC;
REVOKE ALL ON DATABASE template1 FROM PUBLIC;
