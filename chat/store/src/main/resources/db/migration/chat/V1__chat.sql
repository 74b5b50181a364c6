-- Times are milliseconds since 1970 in UTC. Types are those that SQLite and PostgreSQL share.

CREATE TABLE thread (
    id         TEXT   NOT NULL PRIMARY KEY,
    owner      TEXT   NOT NULL,
    title      TEXT   NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL
);

CREATE INDEX thread_by_owner ON thread (owner, updated_at);

CREATE TABLE run (
    id              TEXT   NOT NULL PRIMARY KEY,
    thread_id       TEXT   NOT NULL REFERENCES thread (id) ON DELETE CASCADE,
    owner           TEXT   NOT NULL,
    position        BIGINT NOT NULL,
    agent           TEXT   NOT NULL,
    state           TEXT   NOT NULL,
    last_seq        BIGINT NOT NULL,
    idempotency_key TEXT,
    created_at      BIGINT NOT NULL,
    ended_at        BIGINT,
    UNIQUE (thread_id, position),
    UNIQUE (owner, idempotency_key)
);

CREATE INDEX run_by_state ON run (state, created_at);

CREATE TABLE message (
    id         TEXT   NOT NULL PRIMARY KEY,
    thread_id  TEXT   NOT NULL REFERENCES thread (id) ON DELETE CASCADE,
    owner      TEXT   NOT NULL,
    position   BIGINT NOT NULL,
    role       TEXT   NOT NULL,
    text       TEXT   NOT NULL,
    run_id     TEXT,
    created_at BIGINT NOT NULL,
    UNIQUE (thread_id, position)
);

CREATE TABLE run_event (
    run_id  TEXT   NOT NULL REFERENCES run (id) ON DELETE CASCADE,
    seq     BIGINT NOT NULL,
    id      TEXT   NOT NULL,
    agent   TEXT   NOT NULL,
    at      BIGINT NOT NULL,
    type    TEXT   NOT NULL,
    payload TEXT   NOT NULL,
    PRIMARY KEY (run_id, seq)
);

CREATE TABLE web_session (
    cookie_hash  TEXT   NOT NULL PRIMARY KEY,
    sealed       TEXT   NOT NULL,
    user_id      TEXT   NOT NULL,
    session_id   TEXT   NOT NULL,
    created_at   BIGINT NOT NULL,
    last_used_at BIGINT NOT NULL,
    expires_at   BIGINT NOT NULL
);

CREATE INDEX web_session_by_session ON web_session (session_id);
CREATE INDEX web_session_by_expiry ON web_session (expires_at);
