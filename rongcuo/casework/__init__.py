"""What every case has, whichever service keeps it.

The pure half may be used by a service's domain and access, and knows no framework:

- `access`       what a role may do and which rows it sees: `Rights`, and what each `Scope` means
- `deadlines`    why a day is that day, and how long a limit is, in words

The storage half stands on the chassis' database:

- `counters`     numbers without gaps, by series, organ and year
- `open_cases`   everything that is open, for the watchdog
- `repository`   aggregates as rows of one table, with an optimistic lock
- `visibility`   the same scopes, said of all rows of a table in SQL

Something comes here when a third service needs it, or when two copies of it have drifted apart. Casework
knows no service: what is special about a kind of case stays with the service that keeps it.
"""
