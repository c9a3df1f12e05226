-- Money paid beyond what was due (多发追回): found by due < paid, claimed back by notice after a hearing, paid back by
-- instalments into the treasury. It never becomes a negative line of a bank list.
create table disbursement.overpayments (
    id uuid primary key,
    number text collate "C" not null,
    household_id uuid not null,
    case_id uuid not null,
    division_code text collate "C" not null,
    head_name text not null,
    program text not null,
    amount numeric(14,2) not null check (amount > 0),
    months text not null,
    cause text not null,
    heard_on date not null,
    statement text not null,
    basis text not null,
    instalment numeric(14,2) not null check (instalment > 0),
    first_due date not null,
    registered_by uuid not null,
    registered_by_name text not null,
    registered_at timestamptz not null
);
comment on table disbursement.overpayments is 'append-only: a claim is made once, repayments are rows beside it';
create unique index ux_overpayments_number on disbursement.overpayments (number);
create index ix_overpayments_area on disbursement.overpayments (division_code, number);

-- The months a claim covers, so that none is claimed twice.
create table disbursement.overpayment_lines (
    overpayment_id uuid not null references disbursement.overpayments (id),
    household_id uuid not null,
    person_key uuid not null,
    benefit text not null,
    for_month date not null,
    amount numeric(14,2) not null check (amount > 0),
    primary key (overpayment_id, person_key, benefit, for_month)
);
comment on table disbursement.overpayment_lines is 'append-only: what was claimed';
create index ix_overpayment_lines_once on disbursement.overpayment_lines (household_id, for_month);

create table disbursement.repayments (
    id uuid primary key,
    overpayment_id uuid not null references disbursement.overpayments (id),
    paid_on date not null,
    amount numeric(14,2) not null check (amount > 0),
    receipt text not null,
    recorded_at timestamptz not null,
    recorded_by_name text not null
);
comment on table disbursement.repayments is 'append-only: money that came back';
create unique index ux_repayments_receipt on disbursement.repayments (receipt);
create index ix_repayments_claim on disbursement.repayments (overpayment_id, paid_on);
create trigger overpayments_append_only before update or delete on disbursement.overpayments for each row execute function disbursement.refuse_change();
create trigger overpayment_lines_append_only before update or delete on disbursement.overpayment_lines for each row execute function disbursement.refuse_change();
create trigger repayments_append_only before update or delete on disbursement.repayments for each row execute function disbursement.refuse_change();
