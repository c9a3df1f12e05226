-- A raise by a standard that was withdrawn before its first day goes back to what was recorded before it; nobody was paid by it.
alter table disbursement.entitlement_endings drop constraint ck_entitlement_endings_ground;
alter table disbursement.entitlement_endings add constraint ck_entitlement_endings_ground check (
    ground in ('recorded', 'no-loss', 'hearing', 'death', 'voluntary-exit', 'withdrawn', 'not-in-force', 'planned') and (ground <> 'hearing' or hearing_id is not null));

create function disbursement.refuse_late_take_back() returns trigger language plpgsql as $$
declare
    ended record;
    recorded_before numeric;
    now_due numeric;
begin
    select * into ended from disbursement.entitlements where id = new.entitlement_id;
    if ended.cause <> 'standard' or new.last_month >= ended.from_month
        or ended.from_month <= date_trunc('month', new.recorded_at at time zone 'Asia/Shanghai')::date then
        raise exception 'only a raise for months ahead can be taken back' using constraint = 'ck_entitlement_endings_ground';
    end if;

    select coalesce(sum(e.amount), 0) into recorded_before
    from disbursement.entitlements e join disbursement.entitlement_endings x on x.entitlement_id = e.id
    where e.case_id = ended.case_id and e.benefit = ended.benefit and e.person_id is not distinct from ended.person_id
        and e.recorded_at < ended.recorded_at and x.recorded_at = ended.recorded_at and e.from_month <= ended.from_month
        and not exists (select from disbursement.entitlement_endings o where o.entitlement_id = e.id and o.id <> x.id and o.last_month < ended.from_month);
    select coalesce(sum(e.amount), 0) into now_due
    from disbursement.entitlements e
    where e.case_id = ended.case_id and e.benefit = ended.benefit and e.person_id is not distinct from ended.person_id and e.from_month <= ended.from_month
        and not exists (select from disbursement.entitlement_endings x where x.entitlement_id = e.id and (x.last_month < ended.from_month or x.last_month < e.from_month));
    if now_due < recorded_before then
        raise exception 'benefits of case % would fall below what was recorded before the raise', ended.case_number using constraint = 'ck_entitlement_endings_ground';
    end if;
    return null;
end $$;
create constraint trigger entitlement_endings_taken_back after insert on disbursement.entitlement_endings
    deferrable initially deferred for each row when (new.ground = 'not-in-force') execute function disbursement.refuse_late_take_back();
