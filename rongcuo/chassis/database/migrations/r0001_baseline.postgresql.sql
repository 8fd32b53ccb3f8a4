CREATE TABLE IF NOT EXISTS command_log (
    command_id VARCHAR(64) NOT NULL,
    digest VARCHAR(64) NOT NULL,
    actor_id VARCHAR(64) NOT NULL,
    answer TEXT,
    at TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (command_id)
);

CREATE TABLE IF NOT EXISTS dead_letters (
    letter_id BIGSERIAL NOT NULL,
    consumer VARCHAR(128) NOT NULL,
    event_id VARCHAR(255) NOT NULL,
    type_name VARCHAR(255) NOT NULL,
    subject VARCHAR(255) NOT NULL,
    sequence BIGINT NOT NULL,
    reason_code VARCHAR(64) NOT NULL,
    reason TEXT NOT NULL,
    attempts BIGINT NOT NULL,
    digest VARCHAR(64) NOT NULL,
    first_at TIMESTAMP WITH TIME ZONE NOT NULL,
    body BYTEA NOT NULL,
    headers TEXT NOT NULL,
    state VARCHAR(16) NOT NULL,
    decided_by VARCHAR(64),
    decided_reason TEXT,
    decided_at TIMESTAMP WITH TIME ZONE,
    PRIMARY KEY (letter_id),
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
    at TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (consumer, event_id)
);

CREATE TABLE IF NOT EXISTS ledger (
    line_id BIGSERIAL NOT NULL,
    seq BIGINT,
    body TEXT NOT NULL,
    leaf VARCHAR(64) NOT NULL,
    salt VARCHAR(32) NOT NULL,
    PRIMARY KEY (line_id),
    UNIQUE (seq)
);

CREATE INDEX IF NOT EXISTS ledger_unnumbered ON ledger (line_id) WHERE seq IS NULL;

CREATE TABLE IF NOT EXISTS ledger_checkpoints (
    size BIGINT NOT NULL,
    note TEXT NOT NULL,
    at TIMESTAMP WITH TIME ZONE NOT NULL,
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
    "only" INTEGER NOT NULL,
    mode VARCHAR(32) NOT NULL,
    PRIMARY KEY ("only")
);

CREATE TABLE IF NOT EXISTS outbox (
    seq BIGSERIAL NOT NULL,
    event_id VARCHAR(64) NOT NULL,
    subject VARCHAR(64) NOT NULL,
    sequence BIGINT NOT NULL,
    type_name VARCHAR(128) NOT NULL,
    source VARCHAR(64) NOT NULL,
    correlation_id VARCHAR(64) NOT NULL,
    time TIMESTAMP WITH TIME ZONE NOT NULL,
    body TEXT NOT NULL,
    sent_at TIMESTAMP WITH TIME ZONE,
    settled BOOLEAN DEFAULT false NOT NULL,
    PRIMARY KEY (seq),
    UNIQUE (subject, sequence),
    UNIQUE (event_id)
);

CREATE INDEX IF NOT EXISTS outbox_unsent ON outbox (seq) WHERE sent_at IS NULL;

CREATE INDEX IF NOT EXISTS outbox_unsettled ON outbox (seq) WHERE NOT settled;

CREATE TABLE IF NOT EXISTS trial (
    "only" INTEGER NOT NULL,
    piece BYTEA NOT NULL,
    PRIMARY KEY ("only")
);

CREATE OR REPLACE FUNCTION ledger_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' AND NEW.seq IS NULL THEN RETURN NEW; END IF;
  IF TG_OP = 'UPDATE' AND OLD.seq IS NULL AND NEW.seq IS NOT NULL
     AND (OLD.line_id, OLD.body, OLD.leaf, OLD.salt) = (NEW.line_id, NEW.body, NEW.leaf, NEW.salt)
  THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'the ledger is append-only';
END $$;

CREATE OR REPLACE TRIGGER ledger_lines BEFORE INSERT OR UPDATE OR DELETE ON ledger
FOR EACH ROW EXECUTE FUNCTION ledger_append_only();

CREATE OR REPLACE TRIGGER ledger_whole BEFORE TRUNCATE ON ledger
FOR EACH STATEMENT EXECUTE FUNCTION ledger_append_only();

CREATE OR REPLACE FUNCTION ledger_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'the ledger is append-only'; END $$;

CREATE OR REPLACE TRIGGER ledger_nodes_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_nodes
FOR EACH STATEMENT EXECUTE FUNCTION ledger_kept();

CREATE OR REPLACE TRIGGER ledger_checkpoints_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_checkpoints
FOR EACH STATEMENT EXECUTE FUNCTION ledger_kept();
