-- An act in two statements: taking the turn, and recording. They are functions since their plans are then made once for each connection;
-- they run with the rights and the seats of whoever calls them.

-- Goes on as a viewer with these seats and waits for the turn on a case. Gives what the same form did before, if it did, and the ends of
-- the chains that the viewer may know.
create function parley.take_turn(held text, wanted uuid, own text[], form text)
  returns table (digest text, entries uuid[], ends jsonb)
  language plpgsql volatile security invoker
  as $$ begin
    perform set_config('role', 'parley_viewer', true), set_config('parley.seats', held, true);
    perform from parley.file f where f.case_id = wanted for update;
    return query
      select d.digest, d.entries,
        coalesce((select jsonb_agg(jsonb_build_object('audience', c.audience, 'length', c.length, 'hash', c.hash, 'at', c.at))
          from parley.chain c where c.case_id = wanted), '[]')
      from (values (1)) as always left join parley.done d on d.case_id = wanted and d.audience = own and d.key = form;
  end $$;
revoke all on function parley.take_turn(text, uuid, text[], text) from public;
grant execute on function parley.take_turn(text, uuid, text[], text) to parley_accounts;

-- Records entries, the ends of the chains that they lengthen and, unless it is null, the form of this person that did it.
create function parley.append(wanted uuid, fresh jsonb, longer jsonb, own text[], form text, of_form text)
  returns void
  language plpgsql volatile security invoker
  as $$ begin
    insert into parley.entry (case_id, id, audience, link, at, author, supersedes, fact, hash)
      select wanted, r.id, r.audience, r.link, r.at, r.author, r.supersedes, r.fact, r.hash
      from jsonb_to_recordset(fresh) as r (id uuid, audience text[], link integer, at timestamptz, author jsonb,
        supersedes uuid, fact jsonb, hash text);
    insert into parley.chain (case_id, audience, length, hash, at)
      select wanted, r.audience, r.length, r.hash, r.at
      from jsonb_to_recordset(longer) as r (audience text[], length integer, hash text, at timestamptz)
      on conflict (case_id, audience) do update set length = excluded.length, hash = excluded.hash, at = excluded.at;
    if form is not null then
      insert into parley.done (case_id, audience, key, digest, entries)
        select wanted, own, form, of_form, coalesce(array_agg((r ->> 'id')::uuid), '{}') from jsonb_array_elements(fresh) as r;
    end if;
  end $$;
revoke all on function parley.append(uuid, jsonb, jsonb, text[], text, text) from public;
grant execute on function parley.append(uuid, jsonb, jsonb, text[], text, text) to parley_viewer;
