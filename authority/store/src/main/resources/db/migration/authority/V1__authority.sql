-- Times are milliseconds since 1970. Sets are words with one space between. Hashes are base64url.

CREATE TABLE account (
    id             TEXT    NOT NULL PRIMARY KEY,
    email          TEXT    NOT NULL UNIQUE,
    email_verified BOOLEAN NOT NULL,
    name           TEXT    NOT NULL,
    state          TEXT    NOT NULL,
    permissions    TEXT    NOT NULL,
    password       TEXT    NOT NULL,
    created_at     BIGINT  NOT NULL
);

CREATE TABLE mail_code (
    hash       TEXT   NOT NULL PRIMARY KEY,
    account_id TEXT   NOT NULL REFERENCES account (id),
    purpose    TEXT   NOT NULL,
    expires_at BIGINT NOT NULL,
    UNIQUE (account_id, purpose)
);
CREATE INDEX mail_code_by_expiry ON mail_code (expires_at);

CREATE TABLE lockout (
    key             TEXT   NOT NULL PRIMARY KEY,
    failures        BIGINT NOT NULL,
    last_failure_at BIGINT NOT NULL,
    locked_until    BIGINT NOT NULL
);
CREATE INDEX lockout_by_age ON lockout (last_failure_at);

CREATE TABLE client (
    id            TEXT NOT NULL PRIMARY KEY,
    name          TEXT NOT NULL,
    kind          TEXT NOT NULL,
    redirect_uris TEXT NOT NULL,
    grants        TEXT NOT NULL,
    scopes        TEXT NOT NULL,
    permissions   TEXT NOT NULL,
    audiences     TEXT NOT NULL,
    secrets       TEXT NOT NULL
);

CREATE TABLE session (
    id               TEXT   NOT NULL PRIMARY KEY,
    account_id       TEXT   NOT NULL REFERENCES account (id),
    client_id        TEXT   NOT NULL,
    address          TEXT   NOT NULL,
    user_agent       TEXT   NOT NULL,
    methods          TEXT   NOT NULL,
    authenticated_at BIGINT NOT NULL,
    last_used_at     BIGINT NOT NULL,
    expires_at       BIGINT NOT NULL,
    ended_at         BIGINT,
    browser          TEXT   UNIQUE
);
CREATE INDEX session_by_account ON session (account_id, expires_at);
CREATE INDEX session_by_expiry ON session (expires_at);
CREATE INDEX session_by_end ON session (ended_at);

CREATE TABLE refresh_family (
    id             TEXT NOT NULL PRIMARY KEY,
    session_id     TEXT NOT NULL REFERENCES session (id),
    account_id     TEXT NOT NULL REFERENCES account (id),
    client_id      TEXT NOT NULL,
    scopes         TEXT NOT NULL,
    key_thumbprint TEXT
);
CREATE INDEX refresh_family_by_session ON refresh_family (session_id);

CREATE TABLE refresh_token (
    hash       TEXT   NOT NULL PRIMARY KEY,
    family_id  TEXT   NOT NULL REFERENCES refresh_family (id),
    issued_at  BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    spent_at   BIGINT,
    spent_by   TEXT,
    successor  TEXT
);
CREATE INDEX refresh_token_by_family ON refresh_token (family_id);

CREATE TABLE authorization_code (
    hash         TEXT    NOT NULL PRIMARY KEY,
    client_id    TEXT    NOT NULL,
    redirect_uri TEXT    NOT NULL,
    session_id   TEXT    NOT NULL REFERENCES session (id),
    scopes       TEXT    NOT NULL,
    nonce        TEXT,
    challenge    TEXT    NOT NULL,
    expires_at   BIGINT  NOT NULL,
    spent        BOOLEAN NOT NULL
);
CREATE INDEX authorization_code_by_expiry ON authorization_code (expires_at);
CREATE INDEX authorization_code_by_session ON authorization_code (session_id);

CREATE TABLE ticket (
    hash             TEXT    NOT NULL PRIMARY KEY,
    account_id       TEXT    NOT NULL REFERENCES account (id),
    token_id         TEXT    NOT NULL,
    session_id       TEXT    NOT NULL,
    client_id        TEXT    NOT NULL,
    scopes           TEXT    NOT NULL,
    key_id           TEXT,
    issued_at        BIGINT  NOT NULL,
    owner_expires_at BIGINT  NOT NULL,
    expires_at       BIGINT  NOT NULL,
    spent            BOOLEAN NOT NULL
);
CREATE INDEX ticket_by_expiry ON ticket (expires_at);

CREATE TABLE signing_key (
    kid        TEXT   NOT NULL PRIMARY KEY,
    state      TEXT   NOT NULL,
    sealed     TEXT   NOT NULL,
    created_at BIGINT NOT NULL,
    since      BIGINT NOT NULL
);

-- kind: token, session, subject, key_revoked, key_activated; target: jti, sid, sub or kid
CREATE TABLE revocation (
    kind       TEXT   NOT NULL,
    target     TEXT   NOT NULL,
    not_before BIGINT,
    cause      TEXT,
    until      BIGINT,
    PRIMARY KEY (kind, target)
);
CREATE INDEX revocation_by_expiry ON revocation (until);

CREATE TABLE feed_entry (
    seq        BIGINT NOT NULL PRIMARY KEY,
    at         BIGINT NOT NULL,
    kind       TEXT   NOT NULL,
    target     TEXT   NOT NULL,
    not_before BIGINT,
    cause      TEXT,
    until      BIGINT
);

CREATE TABLE feed_head (
    id       BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
    epoch    TEXT   NOT NULL,
    last_seq BIGINT NOT NULL
);

CREATE TABLE audit_row (
    seq            BIGINT  NOT NULL PRIMARY KEY,
    at             BIGINT  NOT NULL,
    action         TEXT    NOT NULL,
    done           BOOLEAN NOT NULL,
    actor          TEXT    NOT NULL,
    address        TEXT    NOT NULL,
    user_agent     TEXT    NOT NULL,
    correlation_id TEXT    NOT NULL,
    subject        TEXT    NOT NULL,
    target         TEXT    NOT NULL,
    detail         TEXT    NOT NULL,
    previous_hash  TEXT    NOT NULL,
    hash           TEXT    NOT NULL
);
CREATE INDEX audit_row_by_subject ON audit_row (subject, seq);

CREATE TABLE audit_head (
    id   BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
    seq  BIGINT NOT NULL,
    hash TEXT   NOT NULL
);
INSERT INTO audit_head (id, seq, hash)
VALUES (1, 0, 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA');
