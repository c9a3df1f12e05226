-- Guidance of the levels above (指导标准) that a version is held against, and golden results a version was confirmed to change.
alter table standards.versions add column guidance jsonb;

create table standards.expected_results (
    id uuid not null,
    version_id uuid not null,
    case_id text not null,
    day date not null,
    expected text not null,
    document_id uuid not null,
    article text not null,
    confirmed_by_name text not null,
    confirmed_at timestamp with time zone not null,
    constraint pk_expected_results primary key (id),
    constraint fk_expected_results_versions_version_id foreign key (version_id) references standards.versions (id),
    constraint fk_expected_results_documents_document_id foreign key (document_id) references standards.documents (id)
);
create unique index ix_expected_results_version_id_case_id_day on standards.expected_results (version_id, case_id, day);
create index ix_expected_results_document_id on standards.expected_results (document_id);
create trigger expected_results_stay before insert or update or delete on standards.expected_results for each row execute function standards.refuse_line_changes();
