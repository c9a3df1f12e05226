-- What a version would do to the whole caseload (影响预览), computed before it is published.
create table standards.impact_runs (
    id uuid primary key,
    version_id uuid not null references standards.versions (id),
    version_row integer not null,
    from_month date not null,
    paid_through date not null,
    month date not null,
    status text not null,
    chunks integer not null,
    asked_by_name text not null,
    asked_at timestamptz not null,
    finished_at timestamptz
);
create unique index ux_impact_runs_open on standards.impact_runs (version_id) where status = 'Running';
create index ix_impact_runs_version on standards.impact_runs (version_id, asked_at);

-- Which programme and township of a run is done, so that a crash repeats none.
create table standards.impact_chunks (
    run_id uuid not null references standards.impact_runs (id),
    program text not null,
    township text not null,
    cases integer not null,
    done_at timestamptz not null,
    primary key (run_id, program, township)
);

create table standards.impact_lines (
    run_id uuid not null references standards.impact_runs (id),
    case_id uuid not null,
    case_number text collate "C" not null,
    program text not null,
    division_code text collate "C" not null,
    area text not null,
    persons integer not null,
    kind text not null,
    before numeric(14,2) not null,
    after numeric(14,2) not null,
    back_months integer not null,
    back_pay numeric(14,2) not null,
    primary key (run_id, case_id)
);
create index ix_impact_lines_list on standards.impact_lines (run_id, kind, case_number);
