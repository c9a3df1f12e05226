-- What is due: a person's benefit over a stretch of months. A row never changes; another row ends it.
create table disbursement.entitlements (
    id uuid primary key,
    household_id uuid not null,
    case_id uuid not null,
    case_number text collate "C" not null,
    division_code text collate "C" not null,
    program text not null,
    head_name text not null,
    person_id uuid,
    person_name text not null,
    id_number text,
    benefit text not null,
    area text not null,
    amount numeric(14,2) not null check (amount > 0),
    basis text not null,
    explanation text not null,
    from_month date not null,
    settled_through date,
    cause text not null,
    determination_id uuid not null,
    recorded_at timestamptz not null,
    recorded_by_name text not null
);
comment on table disbursement.entitlements is 'append-only: a change ends a row and adds one';
comment on column disbursement.entitlements.settled_through is 'Months up to this one were paid before this system took over.';
create index ix_entitlements_area on disbursement.entitlements (program, division_code, household_id);
create index ix_entitlements_household on disbursement.entitlements (household_id, from_month);
create index ix_entitlements_case on disbursement.entitlements (case_id, from_month);
create index ix_entitlements_id_number on disbursement.entitlements (id_number) where id_number is not null;
create index ix_entitlements_recorded on disbursement.entitlements (program, recorded_at);

-- The last month of an entitlement, with why. The earliest one counts, whatever the order of entry.
create table disbursement.entitlement_endings (
    id uuid primary key,
    entitlement_id uuid not null references disbursement.entitlements (id),
    last_month date not null,
    cause text not null,
    reason text not null,
    recorded_at timestamptz not null,
    recorded_by_name text not null
);
comment on table disbursement.entitlement_endings is 'append-only: an ending is recorded once';
create index ix_entitlement_endings_entitlement on disbursement.entitlement_endings (entitlement_id, last_month);
create index ix_entitlement_endings_recorded on disbursement.entitlement_endings (recorded_at);

-- The account the money goes to. The newest row counts; the older ones are its history.
create table disbursement.payees (
    id uuid primary key,
    household_id uuid not null,
    case_id uuid not null,
    division_code text collate "C" not null,
    holder text not null,
    holder_id_number text,
    bank text not null,
    account text not null,
    cause text not null,
    change_id uuid,
    recorded_at timestamptz not null,
    recorded_by_name text not null
);
comment on table disbursement.payees is 'append-only: a new account is a new row';
create index ix_payees_household on disbursement.payees (household_id, recorded_at desc, id desc);
create index ix_payees_account on disbursement.payees (account);

-- A new account asked for by one person, with evidence, and approved by another.
create table disbursement.payee_changes (
    id uuid primary key,
    household_id uuid not null,
    case_id uuid not null,
    division_code text collate "C" not null,
    head_name text not null,
    holder text not null,
    holder_id_number text,
    bank text not null,
    account text not null,
    evidence text not null,
    reason text not null,
    status text not null,
    requested_by uuid not null,
    requested_by_name text not null,
    requested_at timestamptz not null,
    decided_by uuid,
    decided_by_name text,
    decided_at timestamptz,
    decision_note text
);
-- The scan that was shown; kept apart so that lists never read it.
create table disbursement.payee_evidence (
    change_id uuid primary key references disbursement.payee_changes (id),
    content_type text not null,
    content bytea not null
);
comment on table disbursement.payee_evidence is 'append-only: what was shown stays shown';
create unique index ux_payee_changes_open on disbursement.payee_changes (household_id) where status = 'requested';
create index ix_payee_changes_desk on disbursement.payee_changes (status, division_code, requested_at);

-- Benefits nobody may receive together (不重复享受), with the article.
create table disbursement.benefit_conflicts (
    benefit text not null,
    other text not null,
    source text not null,
    primary key (benefit, other)
);
insert into disbursement.benefit_conflicts (benefit, other, source) values
    ('minimum-living-allowance', 'extreme-poverty-basic', '民发〔2021〕43号 第九条'),
    ('minimum-living-allowance', 'orphan-basic', '民发〔2021〕43号 第九条'),
    ('minimum-living-allowance', 'hiv-infected-child-basic', '于民字〔2023〕30号 一（十）'),
    ('extreme-poverty-basic', 'orphan-basic', '民发〔2021〕43号 第九条'),
    ('extreme-poverty-basic', 'hiv-infected-child-basic', '于民字〔2023〕30号 一（十）'),
    ('orphan-basic', 'hiv-infected-child-basic', '于民字〔2023〕30号 一（十）'),
    ('de-facto-unattended-child-basic', 'hiv-infected-child-basic', '于民字〔2023〕30号 一（十）'),
    ('disabled-orphan-care', 'severe-disability-nursing-subsidy', '于民字〔2023〕30号 一（十一）');

-- Somebody may have died (死亡提示): the payment waits until a person has looked.
create table disbursement.death_hints (
    id uuid primary key,
    id_number text not null,
    source text not null,
    died_on date,
    recorded_at timestamptz not null,
    recorded_by_name text not null,
    cleared_at timestamptz,
    cleared_by_name text,
    cleared_reason text
);
create index ix_death_hints_id_number on disbursement.death_hints (id_number) where cleared_at is null;

create function disbursement.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name;
end $$;
create trigger entitlements_append_only before update or delete on disbursement.entitlements for each row execute function disbursement.refuse_change();
create trigger entitlement_endings_append_only before update or delete on disbursement.entitlement_endings for each row execute function disbursement.refuse_change();
create trigger payees_append_only before update or delete on disbursement.payees for each row execute function disbursement.refuse_change();
