CREATE TABLE IF NOT EXISTS filing (
    id VARCHAR(64) NOT NULL,
    revision INTEGER NOT NULL,
    version INTEGER NOT NULL,
    edits INTEGER NOT NULL,
    state VARCHAR(30) NOT NULL,
    state_since TIMESTAMP WITH TIME ZONE NOT NULL,
    number VARCHAR(96) NOT NULL,
    register_number VARCHAR(96) NOT NULL,
    organ_id VARCHAR(64) NOT NULL,
    first_organ_id VARCHAR(64) NOT NULL,
    division_code VARCHAR(6) NOT NULL,
    filer_id VARCHAR(64) NOT NULL,
    filer_name VARCHAR(200) NOT NULL,
    unit VARCHAR(200) NOT NULL,
    unit_key VARCHAR(200) NOT NULL,
    pack_id VARCHAR(64) NOT NULL,
    digest VARCHAR(64) NOT NULL,
    reasons TEXT NOT NULL,
    whitelisted BOOLEAN NOT NULL,
    may_be_whitelisted BOOLEAN NOT NULL,
    drafted_at TIMESTAMP WITH TIME ZONE NOT NULL,
    submitted_at TIMESTAMP WITH TIME ZONE,
    decided_at TIMESTAMP WITH TIME ZONE,
    review_due_at TIMESTAMP WITH TIME ZONE,
    review_due_provisional BOOLEAN NOT NULL,
    supplement_due_at TIMESTAMP WITH TIME ZONE,
    objection_until DATE,
    valid_from DATE,
    valid_until DATE,
    content TEXT NOT NULL,
    superseded TEXT NOT NULL,
    recused TEXT NOT NULL,
    void_by VARCHAR(96) NOT NULL,
    void_because VARCHAR(2000) NOT NULL,
    clock TEXT,
    history TEXT NOT NULL,
    matter_key VARCHAR(64),
    title VARCHAR(200) NOT NULL,
    situation VARCHAR(64) NOT NULL,
    households INTEGER NOT NULL,
    dated_at TIMESTAMP WITH TIME ZONE NOT NULL,
    sought TEXT NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (matter_key)
);

CREATE INDEX IF NOT EXISTS filing_dated ON filing (dated_at, id);

CREATE INDEX IF NOT EXISTS filing_in_state ON filing (state, id);

CREATE UNIQUE INDEX IF NOT EXISTS filing_number ON filing (number) WHERE number != '';

CREATE INDEX IF NOT EXISTS filing_of_division ON filing (division_code, dated_at, id);

CREATE INDEX IF NOT EXISTS filing_of_filer ON filing (filer_id, dated_at, id);

CREATE INDEX IF NOT EXISTS filing_of_organ ON filing (organ_id, dated_at, id);

CREATE UNIQUE INDEX IF NOT EXISTS filing_register_number ON filing (register_number) WHERE register_number != '';

CREATE INDEX IF NOT EXISTS filing_valid_until ON filing (state, valid_until);

CREATE INDEX IF NOT EXISTS ix_filing_pack_id ON filing (pack_id);

CREATE TABLE IF NOT EXISTS filing_counter (
    series VARCHAR(8) NOT NULL,
    organ_id VARCHAR(64) NOT NULL,
    year INTEGER NOT NULL,
    last INTEGER NOT NULL,
    PRIMARY KEY (series, organ_id, year)
);
