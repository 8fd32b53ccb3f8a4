CREATE TABLE IF NOT EXISTS alarms (
    id SERIAL NOT NULL,
    kind VARCHAR(20) NOT NULL,
    subject VARCHAR(64) NOT NULL,
    at TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (id)
);

CREATE INDEX IF NOT EXISTS ix_alarms_at ON alarms (at);

CREATE TABLE IF NOT EXISTS budgets (
    key VARCHAR(255) NOT NULL,
    spent INTEGER NOT NULL,
    until FLOAT NOT NULL,
    PRIMARY KEY (key)
);

CREATE INDEX IF NOT EXISTS ix_budgets_until ON budgets (until);

CREATE TABLE IF NOT EXISTS handed_links (
    digest VARCHAR(64) NOT NULL,
    officer_id VARCHAR(64) NOT NULL,
    by VARCHAR(64) NOT NULL,
    issued_at TIMESTAMP WITH TIME ZONE NOT NULL,
    used_at TIMESTAMP WITH TIME ZONE,
    address VARCHAR(64) NOT NULL,
    told BOOLEAN NOT NULL,
    PRIMARY KEY (digest)
);

CREATE INDEX IF NOT EXISTS ix_handed_links_issued_at ON handed_links (issued_at);

CREATE INDEX IF NOT EXISTS ix_handed_links_officer_id ON handed_links (officer_id);

CREATE TABLE IF NOT EXISTS known_addresses (
    officer_id VARCHAR(64) NOT NULL,
    address VARCHAR(64) NOT NULL,
    seen_at TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (officer_id, address)
);

CREATE INDEX IF NOT EXISTS ix_known_addresses_seen_at ON known_addresses (seen_at);

CREATE TABLE IF NOT EXISTS links (
    officer_id VARCHAR(64) NOT NULL,
    purpose VARCHAR(20) NOT NULL,
    expires_at TIMESTAMP WITH TIME ZONE NOT NULL,
    digest VARCHAR(64) NOT NULL,
    mail_at TIMESTAMP WITH TIME ZONE,
    tries INTEGER NOT NULL,
    PRIMARY KEY (officer_id)
);

CREATE INDEX IF NOT EXISTS ix_links_digest ON links (digest);

CREATE INDEX IF NOT EXISTS ix_links_expires_at ON links (expires_at);

CREATE INDEX IF NOT EXISTS ix_links_mail_at ON links (mail_at);

CREATE TABLE IF NOT EXISTS officers (
    id VARCHAR(64) NOT NULL,
    version INTEGER NOT NULL,
    username VARCHAR(64) NOT NULL,
    name VARCHAR(60) NOT NULL,
    organ_id VARCHAR(64) NOT NULL,
    division_code VARCHAR(6) NOT NULL,
    unit_id VARCHAR(64) NOT NULL,
    active BOOLEAN NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (username)
);

CREATE INDEX IF NOT EXISTS ix_officers_organ_id ON officers (organ_id);

CREATE INDEX IF NOT EXISTS ix_officers_unit_id ON officers (unit_id);

CREATE TABLE IF NOT EXISTS sessions (
    digest VARCHAR(64) NOT NULL,
    officer_id VARCHAR(64) NOT NULL,
    began_at TIMESTAMP WITH TIME ZONE NOT NULL,
    last_seen_at TIMESTAMP WITH TIME ZONE NOT NULL,
    expires_at TIMESTAMP WITH TIME ZONE NOT NULL,
    address VARCHAR(64) NOT NULL,
    PRIMARY KEY (digest)
);

CREATE INDEX IF NOT EXISTS ix_sessions_expires_at ON sessions (expires_at);

CREATE INDEX IF NOT EXISTS ix_sessions_last_seen_at ON sessions (last_seen_at);

CREATE INDEX IF NOT EXISTS ix_sessions_officer_id ON sessions (officer_id);

CREATE TABLE IF NOT EXISTS unit_names (
    organ_id VARCHAR(64) NOT NULL,
    key VARCHAR(200) NOT NULL,
    unit_id VARCHAR(64) NOT NULL,
    PRIMARY KEY (organ_id, key)
);

CREATE INDEX IF NOT EXISTS ix_unit_names_unit_id ON unit_names (unit_id);

CREATE TABLE IF NOT EXISTS units (
    id VARCHAR(64) NOT NULL,
    version INTEGER NOT NULL,
    organ_id VARCHAR(64) NOT NULL,
    name VARCHAR(120) NOT NULL,
    aliases TEXT NOT NULL,
    former_names TEXT NOT NULL,
    merged_into VARCHAR(64) NOT NULL,
    proposed TEXT,
    PRIMARY KEY (id)
);

CREATE INDEX IF NOT EXISTS ix_units_organ_id ON units (organ_id);

CREATE TABLE IF NOT EXISTS unsent_forms (
    officer_id VARCHAR(64) NOT NULL,
    form VARCHAR(64) NOT NULL,
    sealed TEXT NOT NULL,
    done_page VARCHAR(64) NOT NULL,
    kept_at TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (officer_id, form)
);

CREATE INDEX IF NOT EXISTS ix_unsent_forms_kept_at ON unsent_forms (kept_at);
