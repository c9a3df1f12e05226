-- What happened to a family in benefit (变更事项): reported, shown with its consequences, decided by a second person.
create table cases.benefit_changes (
    id uuid primary key,
    case_id uuid not null references cases.case_files (id),
    division_code text collate "C" not null,
    kind text not null,
    person_id uuid,
    person_name text,
    happened_on date not null,
    known_on date not null,
    reported_by text not null,
    note text,
    patch jsonb not null,
    new_division text collate "C",
    supersedes uuid references cases.benefit_changes (id),
    supersede_reason text,
    counts_as_decided_on date,
    status text not null,
    proposed_by uuid not null,
    proposed_by_name text not null,
    proposed_at timestamptz not null,
    decided_on date,
    decided_by uuid,
    decided_by_name text,
    decision_note text,
    effective_month date,
    loses boolean not null default false,
    ground text,
    hearing_id uuid,
    total_before numeric(14,2),
    total_after numeric(14,2),
    phase_out_from date,
    phase_out_until date,
    ends_month date,
    determination_id uuid,
    check ((supersedes is null) = (supersede_reason is null)),
    check (status <> 'confirmed' or (decided_on is not null and effective_month is not null and ground is not null and decided_by <> proposed_by))
);
create index ix_benefit_changes_case on cases.benefit_changes (case_id, proposed_at);
create index ix_benefit_changes_desk on cases.benefit_changes (status, division_code, proposed_at, id);
create index ix_benefit_changes_phase_out on cases.benefit_changes (phase_out_until, division_code, id) where status = 'confirmed' and phase_out_until is not null;
create index ix_benefit_changes_ends on cases.benefit_changes (ends_month, division_code, id) where status = 'confirmed' and ends_month is not null;
create unique index ux_benefit_changes_supersedes on cases.benefit_changes (supersedes) where status <> 'returned' and supersedes is not null;

-- What a person said before a benefit falls or stops (听取意见, 社会救助法 第四十八条).
create table cases.hearings (
    id uuid primary key,
    case_id uuid not null references cases.case_files (id),
    change_id uuid not null references cases.benefit_changes (id),
    told_on date not null,
    told_how text not null,
    heard_on date not null,
    heard_how text not null,
    statement text,
    reply_until date not null,
    waived boolean not null,
    recorded_by uuid not null,
    recorded_by_name text not null,
    recorded_at timestamptz not null,
    check (heard_on >= told_on and reply_until >= told_on)
);
comment on table cases.hearings is 'append-only: what was said stays said';
create index ix_hearings_case_id on cases.hearings (case_id);
create index ix_hearings_change on cases.hearings (change_id, recorded_at);
create trigger hearings_append_only before update or delete on cases.hearings for each row execute function cases.refuse_change();

-- A change is never edited: only its decision is added. One by which somebody loses needs a hearing that is over.
create function cases.guard_change() returns trigger language plpgsql as $$
begin
    if (old.case_id, old.kind, old.person_id, old.happened_on, old.known_on, old.reported_by, old.note, old.patch, old.new_division, old.supersedes, old.proposed_by, old.proposed_at)
        is distinct from (new.case_id, new.kind, new.person_id, new.happened_on, new.known_on, new.reported_by, new.note, new.patch, new.new_division, new.supersedes, new.proposed_by, new.proposed_at) then
        raise exception 'benefit_changes is append-only: a correction is a new change';
    end if;
    if old.status in ('confirmed', 'superseded') and (new.status not in ('confirmed', 'superseded')
        or (old.decided_on, old.decided_by, old.effective_month, old.ground, old.hearing_id, old.determination_id) is distinct from (new.decided_on, new.decided_by, new.effective_month, new.ground, new.hearing_id, new.determination_id)) then
        raise exception 'benefit_changes is append-only: a decision stays';
    end if;
    if new.status = 'confirmed' and new.loses and not (new.ground = 'voluntary-exit' or (new.ground = 'hearing' and exists (
        select from cases.hearings h where h.id = new.hearing_id and h.case_id = new.case_id and (h.waived or h.reply_until < new.decided_on)))) then
        raise exception 'change % takes something away without a hearing', new.id using constraint = 'ck_benefit_changes_heard';
    end if;
    return new;
end $$;
create trigger benefit_changes_guarded before update on cases.benefit_changes for each row execute function cases.guard_change();
create function cases.refuse_deletion() returns trigger language plpgsql as $$
begin
    raise exception '% keeps every row', tg_table_name;
end $$;
create trigger benefit_changes_kept before delete on cases.benefit_changes for each row execute function cases.refuse_deletion();
