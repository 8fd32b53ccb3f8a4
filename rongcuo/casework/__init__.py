"""What every case has, whichever service keeps it.

The pure half may be used by a service's domain and access, and knows no framework:

- `case`         clock, holders, recusals, history, and the verbs that all kinds of cases have
- `transitions`  which verb leads from which state to which, and what must hold before; `guards` of all kinds
- `occasion`     who acts, when, and by which rules
- `holding`      in whose hands a case is; `people`: who may hold one
- `recusal`      回避: whose a case is, who is barred in it, and why
- `apart`        under which keys somebody is known for whom a case is not there, and what follows from it
- `gaps`         what is missing before a step, and what the pack does about it
- `organ_above`  where a case goes that its own organ can no longer decide
- `access`       what a role may do and which rows it sees: `Rights`, and what each `Scope` means
- `deadlines`    why a day is that day, and how long a limit is, in words
- `presenters`   deadlines, gaps and recusals as views
- `ports`        what the repository of every kind of case can do

The use cases stand on the chassis' ports:

- `asking`       what identity is asked about people, and documents about files, before any transaction
- `leaving`      a post has ended, or nobody is left: the way up to an organ that has somebody
- `calendars`    a new calendar edition moves the dates of what is open
- `rehearsing`   what a command would tell
- `recounting`   at night each census is held against its rows

The storage half stands on the chassis' database:

- `repository`   aggregates as rows of one table, with an optimistic lock
- `case_repository`, `case_rows`: the same of cases, and the columns they have
- `visibility`   the scopes of `access`, said of all rows of a table in SQL
- `counters`     numbers without gaps, by series, organ and year
- `lists`        how many rows there are of each kind
- `census`       how many rows are alike, kept by whoever writes one: figures are sums over its lines
- `open_cases`   everything that is open, for the watchdog

Something comes here when a third service needs it, or when two copies of it have drifted apart. Casework
knows no service: what is special about a kind of case stays with the service that keeps it.
"""
