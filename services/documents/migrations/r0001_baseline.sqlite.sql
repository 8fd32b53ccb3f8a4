CREATE TABLE IF NOT EXISTS attachments (
    id VARCHAR(64) NOT NULL,
    sha256 VARCHAR(64) NOT NULL,
    name VARCHAR(200) NOT NULL,
    size BIGINT NOT NULL,
    media_type VARCHAR(120) NOT NULL,
    blob VARCHAR(120) NOT NULL,
    uploaded_by VARCHAR(64) NOT NULL,
    uploaded_at VARCHAR(27) NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (sha256, uploaded_by, name)
);

CREATE TABLE IF NOT EXISTS contents (
    sha256 VARCHAR(64) NOT NULL,
    blob VARCHAR(120) NOT NULL,
    PRIMARY KEY (sha256),
    UNIQUE (blob)
);

CREATE TABLE IF NOT EXISTS letter_counters (
    organ_id VARCHAR(64) NOT NULL,
    series VARCHAR(20) NOT NULL,
    year INTEGER NOT NULL,
    last INTEGER NOT NULL,
    PRIMARY KEY (organ_id, series, year)
);

CREATE TABLE IF NOT EXISTS letters (
    id VARCHAR(64) NOT NULL,
    revision INTEGER NOT NULL,
    version INTEGER NOT NULL,
    matter_id VARCHAR(64) NOT NULL,
    decision_id VARCHAR(100) NOT NULL,
    kind VARCHAR(64) NOT NULL,
    family VARCHAR(20) NOT NULL,
    name VARCHAR(100) NOT NULL,
    organ_id VARCHAR(64) NOT NULL,
    organ_name VARCHAR(120) NOT NULL,
    division_code VARCHAR(6) NOT NULL,
    number VARCHAR(120) NOT NULL,
    code VARCHAR(16) NOT NULL,
    title TEXT NOT NULL,
    addressee TEXT NOT NULL,
    body TEXT NOT NULL,
    illustrative BOOLEAN NOT NULL,
    recipients TEXT NOT NULL,
    parties TEXT NOT NULL,
    standing VARCHAR(20) NOT NULL,
    replaces VARCHAR(64) NOT NULL,
    replaced_by VARCHAR(64) NOT NULL,
    reason TEXT NOT NULL,
    sha256 VARCHAR(64) NOT NULL,
    docx_sha256 VARCHAR(64) NOT NULL,
    pdf VARCHAR(120) NOT NULL,
    docx VARCHAR(120) NOT NULL,
    trouble VARCHAR(64) NOT NULL,
    signs VARCHAR(64) NOT NULL,
    issued_at VARCHAR(27) NOT NULL,
    tried_until VARCHAR(27),
    sought TEXT NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (organ_id, number),
    UNIQUE (code)
);

CREATE INDEX IF NOT EXISTS letters_docx ON letters (docx);

CREATE INDEX IF NOT EXISTS letters_of_matter ON letters (matter_id, issued_at);

CREATE UNIQUE INDEX IF NOT EXISTS letters_one_current ON letters (decision_id, kind) WHERE standing = 'current';

CREATE INDEX IF NOT EXISTS letters_pdf ON letters (pdf);

CREATE INDEX IF NOT EXISTS letters_unmade ON letters (issued_at) WHERE pdf = '';

CREATE TABLE IF NOT EXISTS matters (
    id VARCHAR(64) NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (id)
);
