-- A commission to check the household's finances, one per round of investigation.
create table cases.verification_orders (
    id uuid primary key,
    case_id uuid not null references cases.case_files (id),
    round integer not null,
    commissioned_on date not null,
    commissioned_by_name text not null,
    completed_on date,
    completed_by_name text
);
create unique index ix_verification_orders_case_id_round on cases.verification_orders (case_id, round);

-- One department's answer about one person or the household, and the clerk's decision on it.
create table cases.verification_results (
    id uuid primary key,
    case_id uuid not null references cases.case_files (id),
    order_id uuid not null references cases.verification_orders (id),
    person_id uuid not null,
    person_name text not null,
    item text not null,
    declared numeric(14,2),
    outcome text,
    verified numeric(14,2),
    note text,
    decision text,
    decision_reason text,
    decided_by_name text,
    decided_at timestamptz,
    fact_version integer,
    amount_before numeric(14,2),
    amount_after numeric(14,2)
);
create unique index ix_verification_results_order_id_person_id_item on cases.verification_results (order_id, person_id, item);
create index ix_verification_results_case_id on cases.verification_results (case_id);

-- A file of results between reading and entering; the same file is entered once.
create table cases.verification_imports (
    id uuid primary key,
    case_id uuid not null references cases.case_files (id),
    file_name text not null,
    file_hash text not null,
    content jsonb not null,
    uploaded_by_name text not null,
    uploaded_at timestamptz not null,
    applied_at timestamptz
);
create unique index ix_verification_imports_applied on cases.verification_imports (case_id, file_hash) where applied_at is not null;
create index ix_verification_imports_case_id on cases.verification_imports (case_id);
