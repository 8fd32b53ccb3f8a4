CREATE TABLE IF NOT EXISTS matters (
    id VARCHAR(64) NOT NULL,
    organ_id VARCHAR(64) NOT NULL,
    division_code VARCHAR(6) NOT NULL,
    unit VARCHAR(200) NOT NULL,
    filer_id VARCHAR(64) NOT NULL,
    remind_at VARCHAR(27),
    kept_away TEXT NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (id)
);

CREATE INDEX IF NOT EXISTS ix_matters_organ_id ON matters (organ_id);

CREATE INDEX IF NOT EXISTS ix_matters_remind_at ON matters (remind_at);

CREATE TABLE IF NOT EXISTS messages (
    id VARCHAR(64) NOT NULL,
    occasion VARCHAR(255) NOT NULL,
    recipient_id VARCHAR(64) NOT NULL,
    matter_id VARCHAR(64) NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    at VARCHAR(27) NOT NULL,
    read_at VARCHAR(27),
    PRIMARY KEY (id),
    UNIQUE (occasion, recipient_id)
);

CREATE INDEX IF NOT EXISTS messages_inbox ON messages (recipient_id, at);

CREATE TABLE IF NOT EXISTS officers (
    id VARCHAR(64) NOT NULL,
    name VARCHAR(60) NOT NULL,
    organ_id VARCHAR(64) NOT NULL,
    division_code VARCHAR(6) NOT NULL,
    email VARCHAR(200) NOT NULL,
    roles TEXT NOT NULL,
    active BOOLEAN NOT NULL,
    PRIMARY KEY (id)
);

CREATE INDEX IF NOT EXISTS ix_officers_organ_id ON officers (organ_id);

CREATE TABLE IF NOT EXISTS deliveries (
    id VARCHAR(64) NOT NULL,
    message_id VARCHAR(64) NOT NULL,
    matter_id VARCHAR(64) NOT NULL,
    recipient_id VARCHAR(64) NOT NULL,
    channel VARCHAR(20) NOT NULL,
    state VARCHAR(20) NOT NULL,
    attempts INTEGER NOT NULL,
    unanswered INTEGER NOT NULL,
    next_at VARCHAR(27),
    since VARCHAR(27),
    refused_at VARCHAR(27),
    receipt TEXT NOT NULL,
    delivered_at VARCHAR(27),
    PRIMARY KEY (id),
    UNIQUE (message_id, channel),
    FOREIGN KEY(message_id) REFERENCES messages (id)
);

CREATE INDEX IF NOT EXISTS deliveries_due ON deliveries (state, channel, next_at);

CREATE INDEX IF NOT EXISTS ix_deliveries_matter_id ON deliveries (matter_id);

CREATE TABLE IF NOT EXISTS tasks (
    id VARCHAR(80) NOT NULL,
    matter_id VARCHAR(64) NOT NULL,
    place INTEGER NOT NULL,
    kind VARCHAR(64) NOT NULL,
    holders TEXT NOT NULL,
    due_at VARCHAR(27) NOT NULL,
    opened_at VARCHAR(27) NOT NULL,
    provisional BOOLEAN NOT NULL,
    suspended BOOLEAN NOT NULL,
    closed_at VARCHAR(27),
    reminded_until VARCHAR(27),
    PRIMARY KEY (id),
    UNIQUE (matter_id, place),
    FOREIGN KEY(matter_id) REFERENCES matters (id)
);

CREATE INDEX IF NOT EXISTS tasks_open ON tasks (closed_at, due_at);

CREATE TABLE IF NOT EXISTS task_holders (
    holder VARCHAR(80) NOT NULL,
    task_id VARCHAR(80) NOT NULL,
    PRIMARY KEY (holder, task_id),
    FOREIGN KEY(task_id) REFERENCES tasks (id)
);

CREATE INDEX IF NOT EXISTS ix_task_holders_task_id ON task_holders (task_id);
