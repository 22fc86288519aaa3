-- Every case has a clerk, the seat that no person holds.
update parley.file set audience =
  (select array_agg(distinct seat order by seat) from unnest(audience || (case_id::text || '/clerk')) as seat);
