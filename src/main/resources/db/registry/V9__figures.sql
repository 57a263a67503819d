-- What the people who run the platform look at.

-- How many users a tenant had when its storage was measured.
ALTER TABLE storage ADD COLUMN users bigint;

-- For listings in these orders.
CREATE INDEX tenants_name ON tenants (lower(name), id);
CREATE INDEX tenants_created_at ON tenants (created_at, id);
