-- Two roles do all the work. Neither can sign in; the login role takes one of them for each transaction.
-- They belong to the whole server, so another database may have made them already.
do $$ begin
  if not exists (select from pg_roles where rolname = 'parley_viewer') then create role parley_viewer nologin; end if;
exception when duplicate_object or unique_violation then null; end $$;
do $$ begin
  if not exists (select from pg_roles where rolname = 'parley_accounts') then create role parley_accounts nologin; end if;
exception when duplicate_object or unique_violation then null; end $$;

create schema if not exists parley;
revoke all on schema parley from public;
grant usage on schema parley to parley_viewer, parley_accounts;

-- The seats that the present transaction holds, each as case/seat. Null when none is set, so that nothing matches.
create function parley.seats() returns text[] language sql stable
  as $$ select string_to_array(nullif(current_setting('parley.seats', true), ''), ' ') $$;
revoke all on function parley.seats() from public;
grant execute on function parley.seats() to parley_viewer, parley_accounts;

-- A case: the row that acts take turns on, and every seat there is in the case. It holds nothing that anybody said.
create table parley.file (
  case_id uuid primary key,
  audience text[] not null check (cardinality(audience) > 0)
);

-- The entries. Appended only; link and hash are the place in the chain of the entry's audience.
create table parley.entry (
  case_id uuid not null,
  id uuid not null,
  audience text[] not null check (cardinality(audience) > 0),
  link integer not null check (link > 0),
  at timestamptz not null,
  author jsonb not null,
  supersedes uuid,
  fact jsonb not null,
  hash text not null,
  primary key (case_id, id),
  unique (case_id, audience, link)
);

-- The end of each audience's chain.
create table parley.chain (
  case_id uuid not null,
  audience text[] not null check (cardinality(audience) > 0),
  length integer not null,
  hash text not null,
  at timestamptz not null,
  primary key (case_id, audience)
);

-- Acts that were done, by the key of the form that asked for them: known to the person alone.
create table parley.done (
  case_id uuid not null,
  audience text[] not null check (cardinality(audience) = 1),
  key text not null,
  digest text not null,
  entries uuid[] not null,
  primary key (case_id, audience, key)
);

-- One policy, the same on every table.
do $$
declare name text;
begin
  foreach name in array array['file', 'entry', 'chain', 'done'] loop
    execute format('alter table parley.%I enable row level security', name);
    execute format('alter table parley.%I force row level security', name);
    execute format('create policy audience on parley.%I using (audience && parley.seats()) with check (audience && parley.seats())', name);
  end loop;
end $$;
grant select (case_id), update (case_id) on parley.file to parley_viewer;
-- Those who keep accounts open cases and register seats, so they see every row of this one table.
create policy registry on parley.file to parley_accounts using (true) with check (true);
grant select, insert, update on parley.file to parley_accounts;
grant select, insert on parley.entry, parley.done to parley_viewer;
grant select, insert, update on parley.chain to parley_viewer;

-- Accounts: who may sign in, and which seats they hold in which case. Out of the viewer's reach, as the entries are out of theirs.
create table parley.account (
  id uuid primary key,
  name text not null,
  sign_in_name text unique,
  password text,
  totp text,
  totp_used bigint,
  may_open boolean not null default false,
  direction text not null default 'ltr',
  created_at timestamptz not null
);

create table parley.holding (
  case_id uuid not null,
  person_id uuid not null,
  account_id uuid references parley.account (id),
  name text not null,
  role jsonb not null,
  seats text[] not null,
  primary key (case_id, person_id)
);
create unique index holding_of_account on parley.holding (case_id, account_id) where account_id is not null;
create index holding_by_account on parley.holding (account_id);

create table parley.invitation (
  token_hash text primary key,
  case_id uuid,
  person_id uuid,
  may_open boolean not null,
  expires_at timestamptz not null,
  used_at timestamptz
);

create table parley.session (
  token_hash text primary key,
  account_id uuid not null references parley.account (id),
  created_at timestamptz not null,
  seen_at timestamptz not null,
  device text not null
);
create index session_by_account on parley.session (account_id);

create table parley.attempt (
  id uuid primary key,
  account text not null,
  network text not null,
  at timestamptz not null,
  success boolean not null
);
create index attempt_by_account on parley.attempt (account, at);

-- The account of a session, and who it is in a case. A function, since its plan is then made once for each connection.
create function parley.session_in(token text, wanted uuid, idle timestamptz, oldest timestamptz)
  returns table (id uuid, name text, sign_in_name text, may_open boolean, direction text, has_totp boolean,
    person_id uuid, held_as text, role jsonb, seats text[])
  language plpgsql stable security invoker
  as $$ begin return query
    select a.id, a.name, a.sign_in_name, a.may_open, a.direction, a.totp is not null, h.person_id, h.name, h.role, h.seats
    from parley.session s join parley.account a on a.id = s.account_id
      left join parley.holding h on h.account_id = a.id and h.case_id = wanted
    where s.token_hash = token and s.seen_at > idle and s.created_at > oldest;
  end $$;
revoke all on function parley.session_in(text, uuid, timestamptz, timestamptz) from public;
grant execute on function parley.session_in(text, uuid, timestamptz, timestamptz) to parley_accounts;

grant select, insert, update, delete on parley.account, parley.holding, parley.invitation, parley.session, parley.attempt to parley_accounts;

