-- How many cases rest on a clause (在用户数) is one question answered by an index, however many determinations there are.
create index ix_determinations_sources on cases.determinations using gin (jsonb_path_query_array(assessment, '$.steps[*].source'));
