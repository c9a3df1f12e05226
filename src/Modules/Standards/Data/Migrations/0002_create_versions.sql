-- Policy documents (政策文件), the county's own versions of figures (标准版本) and the published figures with two clocks:
-- in_force is when a figure applies, known is when this installation knew it.
create extension if not exists btree_gist;

create table standards.documents (
    id uuid not null,
    number text not null,
    title text not null,
    issuer text,
    issued_on date,
    effective_on date,
    status text not null,
    division_code text not null,
    text text,
    note text,
    version integer not null,
    constraint pk_documents primary key (id)
);
create unique index ix_documents_number on standards.documents (number);

create table standards.document_scans (
    document_id uuid not null,
    file_name text not null,
    content_type text not null,
    content bytea not null,
    sha256 text not null,
    added_by_name text not null,
    added_at timestamp with time zone not null,
    constraint pk_document_scans primary key (document_id),
    constraint fk_document_scans_documents_document_id foreign key (document_id) references standards.documents (id)
);

create table standards.versions (
    id uuid not null,
    number integer not null,
    division_code text not null,
    title text not null,
    status text not null,
    document_id uuid,
    effective_on date,
    complete_by date,
    notes text,
    row_version integer not null,
    author_ids uuid[] not null,
    created_by_name text not null,
    created_at timestamp with time zone not null,
    submitted_by uuid,
    submitted_by_name text,
    submitted_at timestamp with time zone,
    warning_reason text,
    published_by uuid,
    published_by_name text,
    published_at timestamp with time zone,
    withdrawn_by_name text,
    withdrawn_at timestamp with time zone,
    withdrawal_reason text,
    constraint pk_versions primary key (id),
    constraint fk_versions_documents_document_id foreign key (document_id) references standards.documents (id)
);
create unique index ix_versions_number on standards.versions (number);
create index ix_versions_document_id on standards.versions (document_id);

create table standards.version_lines (
    id uuid not null,
    version_id uuid not null,
    key text not null,
    area text not null,
    value text,
    state text not null,
    from_day date not null,
    to_day date,
    document_id uuid,
    article text,
    quote text,
    constraint pk_version_lines primary key (id),
    constraint fk_version_lines_versions_version_id foreign key (version_id) references standards.versions (id),
    constraint fk_version_lines_documents_document_id foreign key (document_id) references standards.documents (id),
    constraint ck_version_lines_area check (area in ('all', 'urban', 'rural')),
    constraint ck_version_lines_state check (state in ('stated', 'pay-old', 'hold', 'block') and (state = 'stated') = (value is not null)),
    constraint ck_version_lines_days check (to_day is null or to_day >= from_day)
);
create unique index ix_version_lines_version_id_key_area_from_day on standards.version_lines (version_id, key, area, from_day);
create index ix_version_lines_document_id on standards.version_lines (document_id);

-- Never overwritten: a successor closes "known" of the rows it cuts and adds what is left of them.
-- A key that differs by area has rows for urban and rural, any other key rows for all, so that no two rows can compete.
create table standards.figures (
    id uuid not null default gen_random_uuid(),
    division_code text not null,
    key text not null,
    area text not null,
    value text,
    state text not null,
    in_force daterange not null,
    known tstzrange not null,
    version_id uuid not null,
    document_id uuid not null,
    article text not null,
    quote text,
    constraint pk_figures primary key (id),
    constraint fk_figures_versions foreign key (version_id) references standards.versions (id),
    constraint fk_figures_documents foreign key (document_id) references standards.documents (id),
    constraint ck_figures_area check (area in ('all', 'urban', 'rural')),
    constraint ck_figures_state check (state in ('stated', 'pay-old', 'hold', 'block') and (state = 'stated') = (value is not null)),
    constraint ck_figures_periods check (not isempty(in_force) and not isempty(known) and not lower_inf(in_force) and not lower_inf(known)),
    constraint no_two_figures_at_once exclude using gist (division_code with =, key with =, area with =, in_force with &&, known with &&)
);
create index ix_figures_version on standards.figures (version_id);

create function standards.refuse_figure_changes() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and upper_inf(old.known) and not upper_inf(new.known) and lower(old.known) = lower(new.known)
        and (old.id, old.division_code, old.key, old.area, old.state, old.in_force, old.version_id, old.document_id, old.article)
          = (new.id, new.division_code, new.key, new.area, new.state, new.in_force, new.version_id, new.document_id, new.article)
        and (old.value, old.quote) is not distinct from (new.value, new.quote) then
        return new;
    end if;
    raise exception 'A published figure is never changed; publish a new version.';
end $$;
create trigger figures_stay before update or delete on standards.figures for each row execute function standards.refuse_figure_changes();

create function standards.refuse_line_changes() returns trigger language plpgsql as $$
declare
    touched uuid := case tg_op when 'DELETE' then old.version_id else new.version_id end;
begin
    if (select status from standards.versions where id = touched) <> 'Draft' then
        raise exception 'The lines of a version can be changed only while it is a draft.';
    end if;
    return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger lines_stay before insert or update or delete on standards.version_lines for each row execute function standards.refuse_line_changes();

create function standards.refuse_version_changes() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        raise exception 'A version is never deleted.';
    end if;
    if old.status = 'Withdrawn' or (old.status = 'Published' and new.status not in ('Published', 'Withdrawn'))
        or (old.status = 'Published' and (old.number, old.division_code, old.title, old.author_ids, old.published_by, old.published_at)
            is distinct from (new.number, new.division_code, new.title, new.author_ids, new.published_by, new.published_at)) then
        raise exception 'A published version is never changed; publish a new one.';
    end if;
    return new;
end $$;
create trigger versions_stay before update or delete on standards.versions for each row execute function standards.refuse_version_changes();
