-- Reviews stand still in an emergency (应急期暂停核查): by area, with dates and the document that orders it.
create table cases.review_suspensions (
    id uuid primary key,
    division_code text collate "C" not null,
    prefix text collate "C" not null,
    from_day date not null,
    to_day date,
    reason text not null,
    basis text not null,
    recorded_by uuid not null,
    recorded_by_name text not null,
    recorded_at timestamptz not null,
    ended_by_name text,
    check (to_day is null or to_day >= from_day)
);
create index ix_review_suspensions_from on cases.review_suspensions (from_day);
create function cases.guard_suspension() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.to_day is not null and new.to_day > old.to_day
        or (old.id, old.division_code, old.prefix, old.from_day, old.reason, old.basis, old.recorded_by, old.recorded_by_name, old.recorded_at)
            is distinct from (new.id, new.division_code, new.prefix, new.from_day, new.reason, new.basis, new.recorded_by, new.recorded_by_name, new.recorded_at) then
        raise exception 'review_suspensions keeps every row: only an earlier end may be added';
    end if;
    return new;
end $$;
create trigger review_suspensions_guarded before update or delete on cases.review_suspensions for each row execute function cases.guard_suspension();

drop function cases.refresh_review_dues(uuid[], integer, integer, boolean, boolean, date);
-- Makes the dues of some cases (or of all, without any) anew. Figures are the county's, handed in.
create function cases.refresh_review_dues(only_cases uuid[], yearly integer, half_yearly integer, both_needed boolean, serious_yearly boolean, today date, means_tested text[], suspends boolean, hardship_months integer) returns void language plpgsql as $$
begin
    delete from cases.review_dues where only_cases is null or case_id = any(only_cases);
    with files as (
        select f.id, f.division_code, f.decided_on, f.program = any(means_tested) as tested, v.facts
        from cases.case_files f join cases.fact_versions v on v.case_id = f.id and v.number = f.fact_version
        where f.stage = 'in-benefit' and f.decided_on is not null and (only_cases is null or f.id = any(only_cases))
    ),
    members as (
        select f.id as case_id, f.division_code, f.tested, (m ->> 'personId')::uuid as person_id, m ->> 'name' as name, (m ->> 'birthDate')::date as born,
            (m ->> 'disabilityGrade')::integer as grade, (m ->> 'disabilityValidUntil')::date as valid_until, coalesce((m ->> 'seriousIllness')::boolean, false) as ill,
            coalesce((m ->> 'appliesAlone')::boolean, false) as alone, coalesce((m ->> 'enrolled')::boolean, false) as enrolled, m ->> 'educationStage' as school,
            exists (select from jsonb_array_elements(m -> 'income') i where i ->> 'type' in ('wage', 'business') and (i ->> 'amount')::numeric > 0) as earns
        from files f cross join lateral jsonb_array_elements(f.facts -> 'members') m
        where not exists (select from cases.benefit_changes c where c.case_id = f.id and c.status = 'confirmed' and c.kind in ('death', 'left') and c.person_id = (m ->> 'personId')::uuid)
    ),
    -- A move or a new head is no re-examination; whatever changes the reckoning is.
    latest as (
        select f.id as case_id, greatest(f.decided_on,
            (select max(coalesce(c.counts_as_decided_on, c.decided_on)) from cases.benefit_changes c where c.case_id = f.id and c.status = 'confirmed' and c.kind not in ('moved', 'head', 'suspend', 'resume')),
            (select max(done_on) from cases.reviews r where r.case_id = f.id and r.kind = 'review')) as day
        from files f
    ),
    rhythm as (
        select case_id, bool_or(tested) and not bool_or(alone) and case
            when bool_or(coalesce(grade <= 2, false) or ill) and serious_yearly or both_needed then bool_or(earns) and bool_or(able)
            else bool_or(earns) or bool_or(able) end as half
        from (
            select m.*, born > l.day - interval '60 years' and born <= l.day - interval '18 years' and not coalesce(grade <= 2, false) and not ill and not enrolled as able
            from members m join latest l on l.case_id = m.case_id) m
        group by case_id
    ),
    plain as (
        select f.id as case_id, f.division_code, l.day, (l.day + make_interval(months => case when r.half then half_yearly else yearly end))::date as due_on
        from files f join latest l on l.case_id = f.id join rhythm r on r.case_id = f.id
    ),
    dues as (
        select p.case_id, p.division_code, 'review' as kind, null::uuid as person_id, null::text as person_name, p.due_on + case when not suspends then 0 else (
            select coalesce(sum(upper(part) - lower(part)), 0)::integer from (
                select unnest(range_agg(daterange(greatest(s.from_day, p.day + 1), coalesce(s.to_day, today) + 1))) as part from cases.review_suspensions s
                where p.division_code like s.prefix || '%' and s.from_day <= p.due_on and coalesce(s.to_day, today) > p.day and coalesce(s.to_day, today) >= s.from_day) parts) end as due_on
        from plain p
        union all
        select case_id, division_code, 'age-' || age, person_id, name, (born + make_interval(years => age))::date
        from members cross join unnest(array[16, 18, 60, 70]) age
        where born + make_interval(years => age) > today - interval '6 months' and born + make_interval(years => age) < today + interval '1 year'
        union all
        select case_id, division_code, 'certificate', person_id, name, valid_until from members where valid_until > today - interval '1 year' and valid_until < today + interval '1 year'
        union all
        select case_id, division_code, 'graduation', person_id, name, make_date(extract(year from today)::integer, 7, 31) from members
        where enrolled and (school in ('senior-high', 'secondary-vocational') and born < make_date(extract(year from today)::integer - 18, 9, 1)
            or school in ('college', 'undergraduate') and born < make_date(extract(year from today)::integer - 22, 9, 1))
        union all
        -- A family of hardship (刚性支出困难家庭) that was told so when the allowance was refused.
        select f.id, f.division_code, 'hardship', null, null, (f.decided_on + make_interval(months => hardship_months))::date
        from cases.case_files f join cases.determinations d on d.id = f.determination_id
        where f.stage = 'declined' and f.decided_on > today - interval '2 years' and d.assessment ->> 'class' = 'expenditure-hardship' and (only_cases is null or f.id = any(only_cases))
    )
    insert into cases.review_dues (id, case_id, division_code, kind, person_id, person_name, due_on)
    select md5(concat_ws('/', d.case_id, d.kind, d.person_id, d.due_on))::uuid, d.case_id, d.division_code, d.kind, d.person_id, d.person_name, d.due_on
    from dues d
    where not exists (select from cases.reviews r where r.case_id = d.case_id and r.kind = d.kind and r.person_id is not distinct from d.person_id and r.due_on = d.due_on);
end $$;
