-- Desks ask for stages of an area. With the stage in front both are found by the index; behind the division every case of
-- the area was read and most thrown away.
drop index cases.ix_case_files_desk;
create index ix_case_files_desk on cases.case_files (stage, division_code, due_on, id);
