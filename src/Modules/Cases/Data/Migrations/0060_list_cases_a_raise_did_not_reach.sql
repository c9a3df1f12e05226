-- Cases a published version did not reach (提标未落实), each with its reason, so that none is left behind silently.
create table cases.uprating_waits (
    version_id uuid not null,
    case_id uuid not null references cases.case_files (id),
    version_number integer not null,
    case_number text not null,
    division_code text collate "C" not null,
    kind text not null,
    reason text not null,
    noted_on date not null,
    noted_at timestamptz not null,
    primary key (version_id, case_id)
);
create index ix_uprating_waits_list on cases.uprating_waits (division_code, noted_on, case_id);
create index ix_uprating_waits_case on cases.uprating_waits (case_id);

alter table cases.uprating_chunks add column review integer not null default 0;
