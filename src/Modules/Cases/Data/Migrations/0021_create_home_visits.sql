-- A home visit as the two investigators found things.
create table cases.home_visits (
    id uuid primary key,
    case_id uuid not null references cases.case_files (id),
    visited_on date not null,
    first_investigator_id uuid not null,
    first_investigator text not null,
    second_investigator_id uuid,
    second_investigator text not null,
    findings jsonb not null,
    first_signature uuid not null references cases.stored_files (id),
    second_signature uuid not null references cases.stored_files (id),
    family_signature uuid not null references cases.stored_files (id),
    photos uuid[] not null,
    fact_version integer,
    recorded_at timestamptz not null
);
create index ix_home_visits_case_id_recorded_at on cases.home_visits (case_id, recorded_at);
create trigger home_visits_append_only before update or delete on cases.home_visits for each row execute function cases.refuse_change();

-- The unfinished form, so that a lost network at the door loses nothing.
create table cases.visit_drafts (
    case_id uuid primary key references cases.case_files (id),
    form jsonb not null,
    updated_by_name text not null,
    updated_at timestamptz not null
);
