CREATE TABLE IF NOT EXISTS command_log (
    command_id VARCHAR(64) NOT NULL,
    digest VARCHAR(64) NOT NULL,
    actor_id VARCHAR(64) NOT NULL,
    answer TEXT,
    at VARCHAR(27) NOT NULL,
    PRIMARY KEY (command_id)
);

CREATE TABLE IF NOT EXISTS dead_letters (
    letter_id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    consumer VARCHAR(128) NOT NULL,
    event_id VARCHAR(255) NOT NULL,
    type_name VARCHAR(255) NOT NULL,
    subject VARCHAR(255) NOT NULL,
    sequence BIGINT NOT NULL,
    reason_code VARCHAR(64) NOT NULL,
    reason TEXT NOT NULL,
    attempts BIGINT NOT NULL,
    digest VARCHAR(64) NOT NULL,
    first_at VARCHAR(27) NOT NULL,
    body BLOB NOT NULL,
    headers TEXT NOT NULL,
    state VARCHAR(16) NOT NULL,
    decided_by VARCHAR(64),
    decided_reason TEXT,
    decided_at VARCHAR(27),
    UNIQUE (consumer, event_id, digest)
);

CREATE INDEX IF NOT EXISTS dead_letters_state ON dead_letters (state, letter_id);

CREATE INDEX IF NOT EXISTS dead_letters_subject ON dead_letters (consumer, subject);

CREATE TABLE IF NOT EXISTS heard (
    consumer VARCHAR(128) NOT NULL,
    subject VARCHAR(64) NOT NULL,
    sequence BIGINT NOT NULL,
    PRIMARY KEY (consumer, subject)
);

CREATE TABLE IF NOT EXISTS hearers (
    queue VARCHAR(255) NOT NULL,
    PRIMARY KEY (queue)
);

CREATE TABLE IF NOT EXISTS inbox (
    consumer VARCHAR(128) NOT NULL,
    event_id VARCHAR(64) NOT NULL,
    at VARCHAR(27) NOT NULL,
    PRIMARY KEY (consumer, event_id)
);

CREATE TABLE IF NOT EXISTS ledger (
    line_id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    seq BIGINT,
    body TEXT NOT NULL,
    leaf VARCHAR(64) NOT NULL,
    salt VARCHAR(32) NOT NULL,
    UNIQUE (seq)
);

CREATE INDEX IF NOT EXISTS ledger_unnumbered ON ledger (line_id) WHERE seq IS NULL;

CREATE TABLE IF NOT EXISTS ledger_checkpoints (
    size BIGINT NOT NULL,
    note TEXT NOT NULL,
    at VARCHAR(27) NOT NULL,
    PRIMARY KEY (size)
);

CREATE TABLE IF NOT EXISTS ledger_nodes (
    level INTEGER NOT NULL,
    place BIGINT NOT NULL,
    hash VARCHAR(64) NOT NULL,
    PRIMARY KEY (level, place)
);

CREATE TABLE IF NOT EXISTS ledger_subjects (
    seq BIGINT NOT NULL,
    subject VARCHAR(255) NOT NULL,
    what VARCHAR(128) NOT NULL,
    PRIMARY KEY (seq)
);

CREATE INDEX IF NOT EXISTS ledger_subjects_subject ON ledger_subjects (subject, seq);

CREATE TABLE IF NOT EXISTS made_for (
    only INTEGER NOT NULL,
    mode VARCHAR(32) NOT NULL,
    PRIMARY KEY (only)
);

CREATE TABLE IF NOT EXISTS outbox (
    seq INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    event_id VARCHAR(64) NOT NULL,
    subject VARCHAR(64) NOT NULL,
    sequence BIGINT NOT NULL,
    type_name VARCHAR(128) NOT NULL,
    source VARCHAR(64) NOT NULL,
    correlation_id VARCHAR(64) NOT NULL,
    time VARCHAR(27) NOT NULL,
    body TEXT NOT NULL,
    sent_at VARCHAR(27),
    settled BOOLEAN DEFAULT 0 NOT NULL,
    UNIQUE (subject, sequence),
    UNIQUE (event_id)
);

CREATE INDEX IF NOT EXISTS outbox_unsent ON outbox (seq) WHERE sent_at IS NULL;

CREATE INDEX IF NOT EXISTS outbox_unsettled ON outbox (seq) WHERE settled = 0;

CREATE TABLE IF NOT EXISTS trial (
    only INTEGER NOT NULL,
    piece BLOB NOT NULL,
    PRIMARY KEY (only)
);

CREATE TRIGGER IF NOT EXISTS ledger_written BEFORE INSERT ON ledger
WHEN NEW.seq IS NOT NULL OR EXISTS (SELECT 1 FROM ledger WHERE line_id = NEW.line_id)
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

CREATE TRIGGER IF NOT EXISTS ledger_numbered BEFORE UPDATE ON ledger
WHEN OLD.seq IS NOT NULL OR NEW.seq IS NULL OR OLD.line_id <> NEW.line_id
  OR OLD.body <> NEW.body OR OLD.leaf <> NEW.leaf OR OLD.salt <> NEW.salt
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

CREATE TRIGGER IF NOT EXISTS ledger_kept BEFORE DELETE ON ledger
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

CREATE TRIGGER IF NOT EXISTS ledger_nodes_written BEFORE INSERT ON ledger_nodes
WHEN EXISTS (SELECT 1 FROM ledger_nodes WHERE level = NEW.level AND place = NEW.place)
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

CREATE TRIGGER IF NOT EXISTS ledger_nodes_unchanged BEFORE UPDATE ON ledger_nodes
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

CREATE TRIGGER IF NOT EXISTS ledger_nodes_kept BEFORE DELETE ON ledger_nodes
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

CREATE TRIGGER IF NOT EXISTS ledger_checkpoints_written BEFORE INSERT ON ledger_checkpoints
WHEN EXISTS (SELECT 1 FROM ledger_checkpoints WHERE size = NEW.size)
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

CREATE TRIGGER IF NOT EXISTS ledger_checkpoints_unchanged BEFORE UPDATE ON ledger_checkpoints
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

CREATE TRIGGER IF NOT EXISTS ledger_checkpoints_kept BEFORE DELETE ON ledger_checkpoints
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
