-- One roster (发放名册) per programme and month, and correction rosters (补发批次) beside them.
create table disbursement.rosters (
    id uuid primary key,
    number text collate "C" not null,
    program text not null,
    program_name text not null,
    month date not null,
    kind text not null,
    status text not null,
    generation integer not null,
    prepared_by uuid not null,
    prepared_by_name text not null,
    prepared_at timestamptz not null,
    townships integer not null,
    households integer not null,
    persons integer not null,
    total numeric(14,2) not null,
    blocking integer not null,
    content_hash text,
    submitted_by uuid,
    submitted_by_name text,
    submitted_at timestamptz,
    sealed_by uuid,
    sealed_by_name text,
    sealed_at timestamptz,
    seal_number integer,
    previous_seal text,
    seal_hash text,
    sent_at timestamptz,
    answered_at timestamptz,
    withdrawn_reason text
);
create unique index ux_rosters_number on disbursement.rosters (number);
create unique index ux_rosters_month on disbursement.rosters (program, month) where kind = 'monthly' and status <> 'withdrawn';
create unique index ux_rosters_seal on disbursement.rosters (seal_number);
create unique index ux_rosters_previous_seal on disbursement.rosters (previous_seal);
create index ix_rosters_list on disbursement.rosters (month desc, number desc);

-- Which townships of a running generation are done, so that a crash repeats none.
create table disbursement.roster_townships (
    roster_id uuid not null references disbursement.rosters (id),
    generation integer not null,
    township text collate "C" not null,
    lines integer not null,
    done_at timestamptz not null,
    primary key (roster_id, generation, township)
);

-- Households taken out of a roster, with the reason; what they are due is paid by a later one.
create table disbursement.roster_exclusions (
    roster_id uuid not null references disbursement.rosters (id),
    household_id uuid not null,
    case_id uuid not null,
    head_name text not null,
    reason text not null,
    excluded_by_name text not null,
    excluded_at timestamptz not null,
    primary key (roster_id, household_id)
);
create index ix_roster_exclusions_household on disbursement.roster_exclusions (household_id);

-- The ledger: what was ordered to be paid, per person, benefit, kind and month. Sealed lines never change.
create table disbursement.payments (
    roster_id uuid not null references disbursement.rosters (id),
    order_key uuid not null,
    person_key uuid not null,
    benefit text not null,
    kind text not null,
    for_month date not null,
    household_id uuid not null,
    case_id uuid not null,
    case_number text collate "C" not null,
    division_code text collate "C" not null,
    head_name text not null,
    person_id uuid,
    person_name text not null,
    id_number text,
    area text not null,
    amount numeric(14,2) not null check (amount > 0),
    explanation text not null,
    entitlement_id uuid not null,
    corrects_roster_id uuid,
    corrects_number integer,
    primary key (roster_id, order_key, person_key, benefit, kind, for_month)
);
-- Nobody is paid the same month twice: the ordinary line of a month exists once, in whichever roster.
create unique index ux_payments_once on disbursement.payments (household_id, person_key, benefit, for_month) where kind = 'base';
create index ix_payments_month on disbursement.payments (for_month, household_id);
create index ix_payments_household on disbursement.payments (household_id, for_month);
create index ix_payments_case on disbursement.payments (case_id);

-- One row of the bank list: what one account receives, the sum of its ledger lines.
create table disbursement.roster_orders (
    roster_id uuid not null references disbursement.rosters (id),
    number integer not null,
    order_key uuid not null,
    household_id uuid not null,
    case_id uuid not null,
    case_number text collate "C" not null,
    division_code text collate "C" not null,
    head_name text not null,
    holder text,
    holder_id_number text,
    bank text,
    account text,
    amount numeric(14,2) not null,
    persons integer not null,
    summary text not null,
    row_hash text not null,
    corrects_roster_id uuid,
    corrects_number integer,
    primary key (roster_id, number)
);
create unique index ux_roster_orders_key on disbursement.roster_orders (roster_id, order_key);
-- A returned payment is paid again at most once.
create unique index ux_roster_orders_corrects on disbursement.roster_orders (corrects_roster_id, corrects_number);
create index ix_roster_orders_case on disbursement.roster_orders (case_id, roster_id);
create index ix_roster_orders_area on disbursement.roster_orders (roster_id, division_code, number);

-- What the checks found; a blocking finding keeps the roster from being submitted.
create table disbursement.roster_findings (
    roster_id uuid not null references disbursement.rosters (id),
    number integer not null,
    kind text not null,
    blocking boolean not null,
    household_id uuid not null,
    case_id uuid not null,
    division_code text collate "C" not null,
    head_name text not null,
    text text not null,
    primary key (roster_id, number)
);

-- Every difference from the roster before, with the event that explains it.
create table disbursement.roster_changes (
    roster_id uuid not null references disbursement.rosters (id),
    number integer not null,
    cause text not null,
    household_id uuid not null,
    case_id uuid not null,
    case_number text collate "C" not null,
    division_code text collate "C" not null,
    head_name text not null,
    before numeric(14,2) not null,
    after numeric(14,2) not null,
    persons_before integer not null,
    persons_after integer not null,
    event text not null,
    primary key (roster_id, number)
);
create index ix_roster_changes_cause on disbursement.roster_changes (roster_id, cause, number);

-- A sealed roster (已封存) stays as it is: its rows refuse every change, whoever asks.
create function disbursement.refuse_sealed() returns trigger language plpgsql as $$
begin
    if exists (select from touched t join disbursement.rosters r on r.id = t.roster_id where r.sealed_at is not null) then
        raise exception 'roster is sealed: % cannot change', tg_table_name;
    end if;
    return null;
end $$;
create trigger payments_sealed_insert after insert on disbursement.payments referencing new table as touched for each statement execute function disbursement.refuse_sealed();
create trigger payments_sealed_update after update on disbursement.payments referencing old table as touched for each statement execute function disbursement.refuse_sealed();
create trigger payments_sealed_delete after delete on disbursement.payments referencing old table as touched for each statement execute function disbursement.refuse_sealed();
create trigger orders_sealed_insert after insert on disbursement.roster_orders referencing new table as touched for each statement execute function disbursement.refuse_sealed();
create trigger orders_sealed_update after update on disbursement.roster_orders referencing old table as touched for each statement execute function disbursement.refuse_sealed();
create trigger orders_sealed_delete after delete on disbursement.roster_orders referencing old table as touched for each statement execute function disbursement.refuse_sealed();

create function disbursement.keep_sealed_roster() returns trigger language plpgsql as $$
begin
    if old.sealed_at is null then
        return coalesce(new, old);
    end if;
    if tg_op = 'DELETE' or (to_jsonb(new) - '{status,sent_at,answered_at}'::text[]) <> (to_jsonb(old) - '{status,sent_at,answered_at}'::text[]) then
        raise exception 'roster % is sealed', old.number;
    end if;
    return new;
end $$;
create trigger rosters_sealed before update or delete on disbursement.rosters for each row execute function disbursement.keep_sealed_roster();
