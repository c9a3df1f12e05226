-- Thousands of rows are written by one statement: that their roster exists and is open is looked up once for all of them,
-- and the rows that were written are gone through once.
create or replace function disbursement.refuse_closed() returns trigger language plpgsql as $$
declare
    closed record;
begin
    select t.roster_id, r.id into closed
    from (select distinct roster_id from touched) t left join disbursement.rosters r on r.id = t.roster_id
    where r.id is null or r.sealed_at is not null
    limit 1;
    if closed.roster_id is null then
        return null;
    elsif closed.id is null then
        raise exception '% belongs to no roster', tg_table_name;
    end if;
    raise exception 'roster is sealed: % cannot change', tg_table_name;
end $$;

alter table disbursement.roster_changes drop constraint roster_changes_roster_id_fkey;
alter table disbursement.roster_findings drop constraint roster_findings_roster_id_fkey;
create trigger changes_sealed_insert after insert on disbursement.roster_changes referencing new table as touched for each statement execute function disbursement.refuse_closed();
create trigger findings_sealed_insert after insert on disbursement.roster_findings referencing new table as touched for each statement execute function disbursement.refuse_closed();
create or replace function disbursement.keep_rows_with_roster() returns trigger language plpgsql as $$
begin
    if exists (select from disbursement.payments where roster_id = old.id) or exists (select from disbursement.roster_orders where roster_id = old.id)
        or exists (select from disbursement.roster_changes where roster_id = old.id) or exists (select from disbursement.roster_findings where roster_id = old.id) then
        raise exception 'roster % still has rows', old.number;
    end if;
    return old;
end $$;
