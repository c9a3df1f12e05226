create table cases.case_files (
    id uuid primary key,
    number text not null unique,
    program text not null,
    division_code text collate "C" not null,
    household_id uuid not null,
    applicant_name text not null,
    applicant_id_number text,
    applicant_phone text,
    member_count integer not null,
    area text not null,
    stage text not null,
    stage_since date not null,
    accepted_on date not null,
    due_on date not null,
    paused_since date,
    pause_reason text,
    verification_done boolean not null,
    visit_done boolean not null,
    fact_version integer not null,
    per_capita_income numeric(14,2),
    monthly_amount numeric(14,2),
    determination_id uuid,
    relative_of_official boolean not null,
    accepted_by uuid not null,
    accepted_by_name text not null,
    decided_on date,
    decided_by uuid,
    decided_by_name text,
    decline_reason text,
    start_month date,
    version integer not null
);
create index ix_case_files_desk on cases.case_files (division_code, stage, due_on, id);
create index ix_case_files_due on cases.case_files (due_on, id) where stage in ('supplement', 'investigating', 'opinion', 'publicity', 'disputed', 'confirmation');
create index ix_case_files_household on cases.case_files (household_id, id);
create index ix_case_files_applicant_id_number on cases.case_files (applicant_id_number);

-- Every identity number a case names, for duplicate checks across areas.
create table cases.case_persons (
    case_id uuid not null references cases.case_files (id),
    person_id uuid not null,
    id_number text,
    name text not null,
    relation text not null,
    primary key (case_id, person_id)
);
create index ix_case_persons_id_number on cases.case_persons (id_number);

create table cases.fact_versions (
    case_id uuid not null references cases.case_files (id),
    number integer not null,
    cause text not null,
    reason text,
    facts jsonb not null,
    made_by uuid,
    made_by_name text not null,
    made_at timestamptz not null,
    primary key (case_id, number)
);

create table cases.determinations (
    id uuid primary key,
    case_id uuid not null references cases.case_files (id),
    fact_version integer not null,
    purpose text not null,
    month date not null,
    known_at date,
    policy_code text not null,
    outcome text not null,
    monthly_amount numeric(14,2) not null,
    assessment jsonb not null,
    made_by_name text not null,
    made_at timestamptz not null
);
create index ix_determinations_case on cases.determinations (case_id, made_at);

create table cases.timeline_entries (
    id uuid primary key,
    case_id uuid not null references cases.case_files (id),
    at timestamptz not null,
    actor_name text not null,
    kind text not null,
    text text not null
);
create index ix_timeline_entries_case on cases.timeline_entries (case_id, at, id);

-- Days that do not count towards the deadline, each with its reason.
create table cases.clock_pauses (
    id uuid primary key,
    case_id uuid not null references cases.case_files (id),
    from_day date not null,
    to_day date,
    reason text not null
);
create index ix_clock_pauses_case on cases.clock_pauses (case_id, from_day);

create table cases.clock_extensions (
    id uuid primary key,
    case_id uuid not null references cases.case_files (id),
    working_days integer not null,
    reason text not null,
    decided_by_name text not null,
    decided_on date not null
);
create index ix_clock_extensions_case on cases.clock_extensions (case_id);

-- Case numbers run per county and month without gaps or repeats.
create table cases.number_series (
    series text primary key,
    last integer not null
);

-- History is appended: a stored version or determination never changes.
create function cases.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name;
end $$;
create trigger fact_versions_append_only before update or delete on cases.fact_versions for each row execute function cases.refuse_change();
create trigger determinations_append_only before update or delete on cases.determinations for each row execute function cases.refuse_change();
create trigger timeline_entries_append_only before update or delete on cases.timeline_entries for each row execute function cases.refuse_change();
