CREATE TABLE IF NOT EXISTS clue_disposal (
    id VARCHAR(64) NOT NULL,
    clue_number VARCHAR(64) NOT NULL,
    seen_as TEXT NOT NULL,
    sought TEXT NOT NULL,
    organ_id VARCHAR(64) NOT NULL,
    division_code VARCHAR(6) NOT NULL,
    disposal VARCHAR(20) NOT NULL,
    tolerance_arises BOOLEAN NOT NULL,
    reasons TEXT NOT NULL,
    received_at TIMESTAMP WITH TIME ZONE NOT NULL,
    disposed_by VARCHAR(64) NOT NULL,
    disposed_by_name VARCHAR(200) NOT NULL,
    disposed_at TIMESTAMP WITH TIME ZONE NOT NULL,
    case_id VARCHAR(64) NOT NULL,
    PRIMARY KEY (id)
);

CREATE INDEX IF NOT EXISTS clue_disposal_of_clue ON clue_disposal (seen_as, organ_id, disposed_at);

CREATE INDEX IF NOT EXISTS clue_disposal_sought ON clue_disposal (sought, disposed_at);

CREATE TABLE IF NOT EXISTS determination (
    id VARCHAR(64) NOT NULL,
    version INTEGER NOT NULL,
    number VARCHAR(96) NOT NULL,
    title VARCHAR(200) NOT NULL,
    organ_id VARCHAR(64) NOT NULL,
    first_organ_id VARCHAR(64) NOT NULL,
    division_code VARCHAR(6) NOT NULL,
    pack_id VARCHAR(64) NOT NULL,
    state VARCHAR(30) NOT NULL,
    stage VARCHAR(64) NOT NULL,
    since TIMESTAMP WITH TIME ZONE NOT NULL,
    late BOOLEAN NOT NULL,
    edition VARCHAR(64) NOT NULL,
    opened_at TIMESTAMP WITH TIME ZONE NOT NULL,
    decided_at TIMESTAMP WITH TIME ZONE,
    content TEXT NOT NULL,
    ended BOOLEAN NOT NULL,
    due_at TIMESTAMP WITH TIME ZONE NOT NULL,
    provisional BOOLEAN NOT NULL,
    suspended BOOLEAN NOT NULL,
    sought TEXT NOT NULL,
    situation VARCHAR(64) NOT NULL,
    subject_id VARCHAR(64) NOT NULL,
    subject_name VARCHAR(60) NOT NULL,
    unit VARCHAR(200) NOT NULL,
    unit_key VARCHAR(200) NOT NULL,
    held_by VARCHAR(20) NOT NULL,
    assignee_id VARCHAR(64) NOT NULL,
    assignee_name VARCHAR(200) NOT NULL,
    outcome VARCHAR(20) NOT NULL,
    flagged VARCHAR(2000) NOT NULL,
    recusal_asked BOOLEAN NOT NULL,
    PRIMARY KEY (id)
);

CREATE INDEX IF NOT EXISTS determination_decided ON determination (situation, decided_at) WHERE outcome != '';

CREATE INDEX IF NOT EXISTS determination_due ON determination (ended, due_at, id);

CREATE INDEX IF NOT EXISTS determination_edition ON determination (ended, division_code, edition);

CREATE INDEX IF NOT EXISTS determination_of_division ON determination (division_code, ended, due_at, id);

CREATE INDEX IF NOT EXISTS determination_of_organ ON determination (organ_id, ended, due_at, id);

CREATE INDEX IF NOT EXISTS determination_of_subject ON determination (subject_id, due_at, id);

CREATE INDEX IF NOT EXISTS determination_recusal_asked ON determination (id) WHERE recusal_asked;

CREATE INDEX IF NOT EXISTS ix_determination_pack_id ON determination (pack_id);

CREATE TABLE IF NOT EXISTS determination_counter (
    series VARCHAR(16) NOT NULL,
    organ_id VARCHAR(64) NOT NULL,
    year INTEGER NOT NULL,
    last INTEGER NOT NULL,
    PRIMARY KEY (series, organ_id, year)
);

CREATE TABLE IF NOT EXISTS joint_meeting (
    id VARCHAR(64) NOT NULL,
    version INTEGER NOT NULL,
    number VARCHAR(96) NOT NULL,
    title VARCHAR(200) NOT NULL,
    organ_id VARCHAR(64) NOT NULL,
    division_code VARCHAR(6) NOT NULL,
    pack_id VARCHAR(64) NOT NULL,
    state VARCHAR(30) NOT NULL,
    since TIMESTAMP WITH TIME ZONE NOT NULL,
    meets_at TIMESTAMP WITH TIME ZONE NOT NULL,
    convened_at TIMESTAMP WITH TIME ZONE NOT NULL,
    content TEXT NOT NULL,
    ended BOOLEAN NOT NULL,
    cases INTEGER NOT NULL,
    sought TEXT NOT NULL,
    PRIMARY KEY (id)
);

CREATE INDEX IF NOT EXISTS ix_joint_meeting_pack_id ON joint_meeting (pack_id);

CREATE INDEX IF NOT EXISTS joint_meeting_of_division ON joint_meeting (division_code, meets_at, id);

CREATE INDEX IF NOT EXISTS joint_meeting_of_organ ON joint_meeting (organ_id, meets_at, id);

CREATE INDEX IF NOT EXISTS joint_meeting_open ON joint_meeting (ended, id);

CREATE TABLE IF NOT EXISTS appeal (
    id VARCHAR(64) NOT NULL,
    version INTEGER NOT NULL,
    number VARCHAR(96) NOT NULL,
    title VARCHAR(200) NOT NULL,
    organ_id VARCHAR(64) NOT NULL,
    first_organ_id VARCHAR(64) NOT NULL,
    division_code VARCHAR(6) NOT NULL,
    pack_id VARCHAR(64) NOT NULL,
    state VARCHAR(30) NOT NULL,
    stage VARCHAR(64) NOT NULL,
    since TIMESTAMP WITH TIME ZONE NOT NULL,
    late BOOLEAN NOT NULL,
    edition VARCHAR(64) NOT NULL,
    opened_at TIMESTAMP WITH TIME ZONE NOT NULL,
    decided_at TIMESTAMP WITH TIME ZONE,
    content TEXT NOT NULL,
    ended BOOLEAN NOT NULL,
    due_at TIMESTAMP WITH TIME ZONE NOT NULL,
    provisional BOOLEAN NOT NULL,
    suspended BOOLEAN NOT NULL,
    sought TEXT NOT NULL,
    case_id VARCHAR(64) NOT NULL,
    decision_id VARCHAR(96) NOT NULL,
    unheard BOOLEAN NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(case_id) REFERENCES determination (id)
);

CREATE INDEX IF NOT EXISTS appeal_due ON appeal (ended, due_at, id);

CREATE INDEX IF NOT EXISTS appeal_edition ON appeal (ended, division_code, edition);

CREATE INDEX IF NOT EXISTS appeal_of_case ON appeal (case_id, opened_at);

CREATE INDEX IF NOT EXISTS appeal_unheard ON appeal (case_id) WHERE unheard;

CREATE INDEX IF NOT EXISTS ix_appeal_pack_id ON appeal (pack_id);

CREATE TABLE IF NOT EXISTS clue_subject (
    disposal_id VARCHAR(64) NOT NULL,
    officer_id VARCHAR(64) NOT NULL,
    name VARCHAR(60) NOT NULL,
    unit VARCHAR(200) NOT NULL,
    PRIMARY KEY (disposal_id),
    FOREIGN KEY(disposal_id) REFERENCES clue_disposal (id)
);

CREATE TABLE IF NOT EXISTS determination_officer (
    case_id VARCHAR(64) NOT NULL,
    officer_id VARCHAR(64) NOT NULL,
    holds BOOLEAN NOT NULL,
    reads BOOLEAN NOT NULL,
    recused BOOLEAN NOT NULL,
    PRIMARY KEY (case_id, officer_id),
    FOREIGN KEY(case_id) REFERENCES determination (id)
);

CREATE INDEX IF NOT EXISTS determination_officer_of ON determination_officer (officer_id);

CREATE TABLE IF NOT EXISTS joint_meeting_case (
    meeting_id VARCHAR(64) NOT NULL,
    case_id VARCHAR(64) NOT NULL,
    subject_id VARCHAR(64) NOT NULL,
    subject_unit VARCHAR(200) NOT NULL,
    PRIMARY KEY (meeting_id, case_id),
    FOREIGN KEY(meeting_id) REFERENCES joint_meeting (id)
);

CREATE TABLE IF NOT EXISTS joint_meeting_member (
    meeting_id VARCHAR(64) NOT NULL,
    officer_id VARCHAR(64) NOT NULL,
    signs BOOLEAN NOT NULL,
    PRIMARY KEY (meeting_id, officer_id),
    FOREIGN KEY(meeting_id) REFERENCES joint_meeting (id)
);

CREATE INDEX IF NOT EXISTS joint_meeting_member_officer ON joint_meeting_member (officer_id);

CREATE TABLE IF NOT EXISTS joint_meeting_recusal (
    meeting_id VARCHAR(64) NOT NULL,
    case_id VARCHAR(64) NOT NULL,
    officer_id VARCHAR(64) NOT NULL,
    PRIMARY KEY (meeting_id, case_id, officer_id),
    FOREIGN KEY(meeting_id) REFERENCES joint_meeting (id)
);
