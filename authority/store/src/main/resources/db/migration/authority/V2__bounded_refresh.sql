-- Spent tokens of a living session are forgotten by generation; tokens from before count as the first.
ALTER TABLE refresh_token ADD COLUMN generation BIGINT NOT NULL DEFAULT 0;
ALTER TABLE refresh_token ADD COLUMN repeated_at BIGINT;

DROP INDEX refresh_token_by_family;
CREATE INDEX refresh_token_by_family ON refresh_token (family_id, generation);
