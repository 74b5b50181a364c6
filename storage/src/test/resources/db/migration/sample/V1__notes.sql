CREATE TABLE note (
    id      BIGINT PRIMARY KEY,
    text    VARCHAR(200) NOT NULL UNIQUE,
    made_at BIGINT
);
CREATE TABLE remark (
    note_id BIGINT NOT NULL REFERENCES note (id)
);
