-- What allows somebody to get less (社会救助法 第四十八条): a recorded hearing, a death, the person's own wish, or nothing lost.
alter table disbursement.entitlement_endings add column ground text not null default 'recorded';
alter table disbursement.entitlement_endings alter column ground drop default;
alter table disbursement.entitlement_endings add column hearing_id uuid;
alter table disbursement.entitlement_endings add constraint ck_entitlement_endings_ground check (
    ground in ('recorded', 'no-loss', 'hearing', 'death', 'voluntary-exit', 'withdrawn', 'planned') and (ground <> 'hearing' or hearing_id is not null));
comment on column disbursement.entitlement_endings.ground is 'planned: the last month was part of the decision that made the row; recorded: before grounds were asked for';

-- An ending without a hearing may only make room for at least the same amount; checked when everything is written.
create function disbursement.refuse_silent_loss() returns trigger language plpgsql as $$
declare
    ended record;
    first_month date;
    now_due numeric;
begin
    select * into ended from disbursement.entitlements where id = new.entitlement_id;
    if new.ground = 'recorded' then
        raise exception 'an ending needs a ground' using constraint = 'ck_entitlement_endings_ground';
    elsif new.ground = 'planned' then
        if ended.recorded_at <> new.recorded_at then
            raise exception 'a planned ending is written together with its entitlement' using constraint = 'ck_entitlement_endings_ground';
        end if;
    elsif new.ground = 'no-loss' then
        first_month := greatest(ended.from_month, (new.last_month + interval '1 month')::date);
        select coalesce(sum(e.amount), 0) into now_due
        from disbursement.entitlements e
        where e.case_id = ended.case_id and e.benefit = ended.benefit and e.person_id is not distinct from ended.person_id and e.from_month <= first_month
            and not exists (select from disbursement.entitlement_endings x where x.entitlement_id = e.id and (x.last_month < first_month or x.last_month < e.from_month));
        if now_due < ended.amount then
            raise exception 'benefits of case % would fall without a hearing', ended.case_number using constraint = 'ck_entitlement_endings_ground';
        end if;
    end if;
    return null;
end $$;
create constraint trigger entitlement_endings_grounded after insert on disbursement.entitlement_endings
    deferrable initially deferred for each row execute function disbursement.refuse_silent_loss();
