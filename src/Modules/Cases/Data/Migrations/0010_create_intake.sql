-- An unfinished application: what was typed, right or wrong, page by page. It becomes a case or is put aside.
create table cases.application_drafts (
    id uuid primary key,
    owner_id uuid not null,
    owner_name text not null,
    division_code text collate "C" not null,
    program text not null,
    data jsonb not null,
    step text not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    updated_by_name text not null,
    deleted_at timestamptz,
    case_id uuid references cases.case_files (id),
    version integer not null
);
create index ix_application_drafts_case on cases.application_drafts (case_id);
create index ix_application_drafts_owner on cases.application_drafts (owner_id, updated_at) where case_id is null and deleted_at is null;
create index ix_application_drafts_desk on cases.application_drafts (division_code, updated_at) where case_id is null and deleted_at is null;

-- Scans: what they are here, their bytes beside, so that lists never read them. Withdrawn ones stay.
create table cases.stored_files (
    id uuid primary key,
    draft_id uuid references cases.application_drafts (id),
    case_id uuid references cases.case_files (id),
    division_code text collate "C" not null,
    subject text not null,
    file_name text not null,
    media_type text not null,
    size integer not null,
    sha256 text not null,
    uploaded_by uuid,
    uploaded_by_name text not null,
    uploaded_at timestamptz not null,
    withdrawn_at timestamptz,
    withdrawn_by_name text,
    withdraw_reason text
);
create index ix_stored_files_draft on cases.stored_files (draft_id, uploaded_at);
create index ix_stored_files_case on cases.stored_files (case_id, uploaded_at);

create table cases.stored_file_contents (
    file_id uuid primary key references cases.stored_files (id),
    content bytea not null
);
create trigger stored_file_contents_append_only before update or delete on cases.stored_file_contents for each row execute function cases.refuse_change();

-- Consent to the check of the household's finances, person by person.
create table cases.authorisations (
    case_id uuid not null references cases.case_files (id),
    person_id uuid not null,
    name text not null,
    status text not null,
    guardian text,
    signed_on date not null,
    primary key (case_id, person_id)
);

create table cases.case_materials (
    case_id uuid not null references cases.case_files (id),
    code text not null,
    title text not null,
    status text not null,
    reason text,
    received_on date,
    primary key (case_id, code)
);

-- The one notice that names every missing paper; what could be known then may not be asked for later.
create table cases.supplement_notices (
    id uuid primary key,
    case_id uuid not null references cases.case_files (id),
    told_on date not null,
    told_by_name text not null,
    items jsonb not null,
    knowable text[] not null,
    completed_on date
);
create index ix_supplement_notices_case on cases.supplement_notices (case_id, told_on);

-- A near relative of the applicant who works in the office (近亲属备案).
create table cases.relative_declarations (
    case_id uuid primary key references cases.case_files (id),
    official_name text not null,
    relation text not null,
    post text not null,
    note text
);
