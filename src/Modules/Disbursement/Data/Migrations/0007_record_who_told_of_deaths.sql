-- A second person clears a hint, so both are kept; a hint is entered once per person.
alter table disbursement.death_hints add column recorded_by uuid;
alter table disbursement.death_hints add column cleared_by uuid;
alter table disbursement.death_hints add constraint ck_death_hints_two_persons check (cleared_by is null or cleared_by is distinct from recorded_by);
create index ix_death_hints_list on disbursement.death_hints (recorded_at desc, id desc);
