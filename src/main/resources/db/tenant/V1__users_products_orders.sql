-- The tables of a tenant, the same under every isolation: shared tables, a schema or a database of
-- its own. tenant_id fills itself from the bound tenant, leads every key, and row-level security
-- shows no other tenant's rows. Where nothing is bound, current_setting fails, and so does the
-- statement.

-- One row for as long as the tenant lives here. All that it has refers to this row, so that nothing
-- is written any more, by a request that is still at work, once a purge has taken it away.
CREATE TABLE residence (
  tenant_id uuid PRIMARY KEY DEFAULT current_setting('app.tenant_id')::uuid
);

CREATE TABLE roles (
  tenant_id   uuid NOT NULL DEFAULT current_setting('app.tenant_id')::uuid REFERENCES residence,
  name        text NOT NULL,
  description text NOT NULL,
  PRIMARY KEY (tenant_id, name)
);

CREATE TABLE configuration (
  tenant_id  uuid NOT NULL DEFAULT current_setting('app.tenant_id')::uuid REFERENCES residence,
  key        text NOT NULL,
  value      jsonb NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, key)
);

CREATE TABLE users (
  tenant_id  uuid NOT NULL DEFAULT current_setting('app.tenant_id')::uuid REFERENCES residence,
  id         uuid NOT NULL,
  email      text NOT NULL,
  name       text NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  version    bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX users_email ON users (tenant_id, lower(email));

CREATE TABLE products (
  tenant_id   uuid NOT NULL DEFAULT current_setting('app.tenant_id')::uuid REFERENCES residence,
  id          uuid NOT NULL,
  sku         text NOT NULL,
  name        text NOT NULL,
  price_cents bigint NOT NULL CHECK (price_cents >= 0),
  currency    text NOT NULL,
  stock       bigint NOT NULL CHECK (stock >= 0),
  version     bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX products_sku ON products (tenant_id, sku);

CREATE TABLE orders (
  tenant_id   uuid NOT NULL DEFAULT current_setting('app.tenant_id')::uuid,
  id          uuid NOT NULL,
  user_id     uuid NOT NULL,
  placed_by   text NOT NULL,
  status      text NOT NULL CHECK (status IN ('PLACED', 'FULFILLED', 'CANCELLED')),
  total_cents bigint NOT NULL,
  currency    text NOT NULL,
  created_at  timestamptz NOT NULL,
  version     bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, user_id) REFERENCES users (tenant_id, id)
);
CREATE INDEX orders_user ON orders (tenant_id, user_id);

CREATE TABLE order_lines (
  tenant_id        uuid NOT NULL DEFAULT current_setting('app.tenant_id')::uuid,
  id               uuid NOT NULL,
  order_id         uuid NOT NULL,
  product_id       uuid NOT NULL,
  quantity         bigint NOT NULL CHECK (quantity > 0),
  unit_price_cents bigint NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, order_id) REFERENCES orders (tenant_id, id),
  FOREIGN KEY (tenant_id, product_id) REFERENCES products (tenant_id, id)
);
CREATE INDEX order_lines_order ON order_lines (tenant_id, order_id);
CREATE INDEX order_lines_product ON order_lines (tenant_id, product_id);

-- Answers to POST requests, so that a repeat makes nothing twice. Kept 24 hours.
CREATE TABLE idempotency_keys (
  tenant_id    uuid NOT NULL DEFAULT current_setting('app.tenant_id')::uuid REFERENCES residence,
  caller       text NOT NULL,
  route        text NOT NULL,
  key          text NOT NULL,
  request_hash text NOT NULL,
  response     text,
  created_at   timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, caller, route, key)
);
CREATE INDEX idempotency_keys_created_at ON idempotency_keys (tenant_id, created_at);

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['residence', 'roles', 'configuration', 'users', 'products', 'orders',
    'order_lines', 'idempotency_keys']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY tenant ON %I'
      ' USING (tenant_id = current_setting(''app.tenant_id'')::uuid)'
      ' WITH CHECK (tenant_id = current_setting(''app.tenant_id'')::uuid)', name);
  END LOOP;
END $$;
