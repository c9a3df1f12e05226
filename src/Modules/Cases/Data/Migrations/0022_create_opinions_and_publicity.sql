-- The township's opinion with the determination it was given on; the amount is the engine's.
create table cases.opinions (
    id uuid primary key,
    case_id uuid not null references cases.case_files (id),
    recommendation text not null,
    reason text not null,
    deviation text,
    determination_id uuid not null,
    monthly_amount numeric(14,2) not null,
    persons_covered integer not null,
    given_by uuid not null,
    given_by_name text not null,
    given_at timestamptz not null
);
create index ix_opinions_case_id_given_at on cases.opinions (case_id, given_at);
create trigger opinions_append_only before update or delete on cases.opinions for each row execute function cases.refuse_change();

-- A sheet posted in one village.
create table cases.publicity_notices (
    id uuid primary key,
    division_code text collate "C" not null,
    from_day date not null,
    to_day date not null,
    days_source text not null,
    phone text not null,
    made_by_name text not null,
    made_at timestamptz not null,
    posted_on date,
    photo_file_id uuid references cases.stored_files (id),
    closed_on date,
    closed_by_name text,
    close_reason text
);
create index ix_publicity_notices_division_code_to_day on cases.publicity_notices (division_code, to_day);
create index ix_publicity_notices_photo_file_id on cases.publicity_notices (photo_file_id);
create index ix_publicity_notices_open on cases.publicity_notices (to_day) where closed_on is null;

-- What the sheet says about one family; there is no column for anything else.
create table cases.publicity_lines (
    notice_id uuid not null references cases.publicity_notices (id),
    case_id uuid not null references cases.case_files (id),
    position integer not null,
    name text not null,
    household_size integer not null,
    persons_covered integer not null,
    monthly_amount numeric(14,2) not null,
    outcome text,
    primary key (notice_id, case_id)
);
create index ix_publicity_lines_case_id on cases.publicity_lines (case_id);

-- Who objects is told to few.
create table cases.objections (
    id uuid primary key,
    case_id uuid not null references cases.case_files (id),
    notice_id uuid not null references cases.publicity_notices (id),
    received_on date not null,
    channel text not null,
    content text not null,
    objector_name text,
    objector_phone text,
    recorded_by_name text not null,
    recorded_at timestamptz not null,
    handling text,
    handled_on date,
    handled_by_name text
);
create index ix_objections_case_id on cases.objections (case_id);

create table cases.appraisals (
    id uuid primary key,
    case_id uuid not null references cases.case_files (id),
    objection_id uuid references cases.objections (id),
    held_on date not null,
    trigger text not null,
    attendees text[] not null,
    votes_for integer not null,
    votes_against integer not null,
    opinion text,
    minutes uuid[] not null,
    recorded_by_name text not null,
    recorded_at timestamptz not null
);
create index ix_appraisals_case_id on cases.appraisals (case_id);
create trigger appraisals_append_only before update or delete on cases.appraisals for each row execute function cases.refuse_change();
