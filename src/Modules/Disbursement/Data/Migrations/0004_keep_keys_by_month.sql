-- A month's run writes hundreds of thousands of rows. Every key of the ledger now begins with the roster or the month, so
-- a run touches only the end of each index, however many years lie before it.
drop index disbursement.ux_payments_once;
drop index disbursement.ix_payments_month;
drop index disbursement.ix_payments_household;
drop index disbursement.ix_payments_case;
drop index disbursement.ix_roster_orders_case;
drop index disbursement.ux_roster_orders_corrects;

-- Ordinary lines have the kind of their benefit: base, top-up (分类施保) or care (照料护理).
alter table disbursement.payments disable trigger payments_sealed_update;
update disbursement.payments set kind = case when benefit = 'category-supplement' then 'top-up' else 'care' end
where kind = 'base' and benefit in ('category-supplement', 'extreme-poverty-care', 'disabled-orphan-care', 'severe-disability-nursing-subsidy');
alter table disbursement.payments enable trigger payments_sealed_update;

-- Nobody is paid the same month twice: the ordinary line of a month exists once, in whichever roster.
create unique index ux_payments_once on disbursement.payments (for_month, household_id, person_key, benefit) where kind not in ('back-pay', 'correction');
create index ix_payments_later on disbursement.payments (for_month, household_id) where kind in ('back-pay', 'correction');
create index ix_payments_corrections on disbursement.payments (household_id) where kind = 'correction';
-- A returned payment is paid again at most once.
create unique index ux_roster_orders_corrects on disbursement.roster_orders (corrects_roster_id, corrects_number) where corrects_roster_id is not null;
create index ix_roster_orders_corrections on disbursement.roster_orders (household_id) where corrects_roster_id is not null;

-- One look per statement that the rows belong to a roster that exists and is open, instead of one per row.
alter table disbursement.payments drop constraint payments_roster_id_fkey;
alter table disbursement.roster_orders drop constraint roster_orders_roster_id_fkey;
create function disbursement.refuse_closed() returns trigger language plpgsql as $$
begin
    if exists (select from (select distinct roster_id from touched) t left join disbursement.rosters r on r.id = t.roster_id where r.id is null) then
        raise exception '% belongs to no roster', tg_table_name;
    end if;
    if exists (select from (select distinct roster_id from touched) t join disbursement.rosters r on r.id = t.roster_id where r.sealed_at is not null) then
        raise exception 'roster is sealed: % cannot change', tg_table_name;
    end if;
    return null;
end $$;
drop trigger payments_sealed_insert on disbursement.payments;
drop trigger orders_sealed_insert on disbursement.roster_orders;
create trigger payments_sealed_insert after insert on disbursement.payments referencing new table as touched for each statement execute function disbursement.refuse_closed();
create trigger orders_sealed_insert after insert on disbursement.roster_orders referencing new table as touched for each statement execute function disbursement.refuse_closed();
create function disbursement.keep_rows_with_roster() returns trigger language plpgsql as $$
begin
    if exists (select from disbursement.payments where roster_id = old.id) or exists (select from disbursement.roster_orders where roster_id = old.id) then
        raise exception 'roster % still has rows', old.number;
    end if;
    return old;
end $$;
create trigger rosters_with_rows before delete on disbursement.rosters for each row execute function disbursement.keep_rows_with_roster();
