-- The names of users are kept encrypted (column name holds the ciphertext), and found by a blind
-- index: equal names have equal indexes, which tell nothing else.

ALTER TABLE users ADD COLUMN name_index text;
CREATE INDEX users_name_index ON users (tenant_id, name_index);
