-- Who pays what a version costs (资金来源), why it does not reach a family (需复核), and how many persons are paid.
alter table standards.impact_lines add column persons_before integer not null default 0;
alter table standards.impact_lines add column persons_after integer not null default 0;
alter table standards.impact_lines add column reason text;

create table standards.impact_funding (
    run_id uuid not null references standards.impact_runs (id),
    program text not null,
    area text not null,
    level text not null,
    level_name text not null,
    persons_before integer not null,
    persons_after integer not null,
    per_person_before numeric(14,2),
    per_person_after numeric(14,2),
    before numeric(14,2) not null,
    after numeric(14,2) not null,
    source text,
    primary key (run_id, program, area, level)
);
