-- Every change of the working days: what the day was, what it is now, by which notice.
create table standards.calendar_changes (
    id uuid not null,
    day date not null,
    was_working_day boolean not null,
    is_working_day boolean not null,
    notice text not null,
    changed_by_name text not null,
    changed_at timestamp with time zone not null,
    constraint pk_calendar_changes primary key (id)
);
comment on table standards.calendar_changes is 'append-only: the history of the working days';
create index ix_calendar_changes_day on standards.calendar_changes (day, changed_at);

-- Delegation (委托下放): which township confirms which programme up to which amount, by which document.
create table standards.delegations (
    id uuid not null,
    township_code text not null,
    program text not null,
    up_to numeric(14,2),
    from_day date not null,
    to_day date,
    document_id uuid not null,
    article text,
    created_by_name text not null,
    created_at timestamp with time zone not null,
    revoked_on date,
    revoked_by_name text,
    revocation_reason text,
    version integer not null,
    constraint pk_delegations primary key (id),
    constraint fk_delegations_documents_document_id foreign key (document_id) references standards.documents (id),
    constraint ck_delegations_days check (to_day is null or to_day >= from_day)
);
create index ix_delegations_township_code_program on standards.delegations (township_code, program);
create index ix_delegations_document_id on standards.delegations (document_id);
