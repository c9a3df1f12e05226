-- Reviews that were done (定期核查): what was found, by whom. "No obvious change" keeps the amount.
create table cases.reviews (
    id uuid primary key,
    case_id uuid not null references cases.case_files (id),
    kind text not null,
    person_id uuid,
    due_on date not null,
    result text not null,
    note text,
    done_on date not null,
    done_by uuid not null,
    done_by_name text not null,
    done_at timestamptz not null
);
comment on table cases.reviews is 'append-only: a review that was done stays done';
create index ix_reviews_case on cases.reviews (case_id, done_at);
create trigger reviews_append_only before update or delete on cases.reviews for each row execute function cases.refuse_change();

-- What is due when; derived from facts, decisions and reviews, and made anew at any time.
create table cases.review_dues (
    id uuid primary key,
    case_id uuid not null references cases.case_files (id),
    division_code text collate "C" not null,
    kind text not null,
    person_id uuid,
    person_name text,
    due_on date not null
);
create index ix_review_dues_desk on cases.review_dues (division_code, due_on, id);
create index ix_review_dues_case on cases.review_dues (case_id);

-- Makes the dues of some cases (or of all, without any) anew. Figures are the county's, handed in.
create function cases.refresh_review_dues(only_cases uuid[], yearly integer, half_yearly integer, both_needed boolean, serious_yearly boolean, today date) returns void language plpgsql as $$
begin
    delete from cases.review_dues where only_cases is null or case_id = any(only_cases);
    with files as (
        select f.id, f.division_code, f.decided_on, v.facts
        from cases.case_files f join cases.fact_versions v on v.case_id = f.id and v.number = f.fact_version
        where f.stage = 'in-benefit' and f.decided_on is not null and (only_cases is null or f.id = any(only_cases))
    ),
    members as (
        select f.id as case_id, f.division_code, (m ->> 'personId')::uuid as person_id, m ->> 'name' as name, (m ->> 'birthDate')::date as born,
            (m ->> 'disabilityGrade')::integer as grade, (m ->> 'disabilityValidUntil')::date as valid_until, coalesce((m ->> 'seriousIllness')::boolean, false) as ill,
            coalesce((m ->> 'enrolled')::boolean, false) as enrolled, m ->> 'educationStage' as school,
            exists (select from jsonb_array_elements(m -> 'income') i where i ->> 'type' in ('wage', 'business') and (i ->> 'amount')::numeric > 0) as earns
        from files f cross join lateral jsonb_array_elements(f.facts -> 'members') m
        where not exists (select from cases.benefit_changes c where c.case_id = f.id and c.status = 'confirmed' and c.kind in ('death', 'left') and c.person_id = (m ->> 'personId')::uuid)
    ),
    rhythm as (
        select case_id, case
            when bool_or(coalesce(grade <= 2, false) or ill) and serious_yearly or both_needed then bool_or(earns) and bool_or(able)
            else bool_or(earns) or bool_or(able) end as half
        from (select *, born > today - interval '60 years' and born <= today - interval '18 years' and not coalesce(grade <= 2, false) and not ill and not enrolled as able from members) m
        group by case_id
    ),
    latest as (
        select f.id as case_id, greatest(f.decided_on,
            (select max(decided_on) from cases.benefit_changes c where c.case_id = f.id and c.status = 'confirmed'),
            (select max(done_on) from cases.reviews r where r.case_id = f.id and r.kind = 'review')) as day
        from files f
    ),
    dues as (
        select f.id as case_id, f.division_code, 'review' as kind, null::uuid as person_id, null::text as person_name,
            (l.day + make_interval(months => case when r.half then half_yearly else yearly end))::date as due_on
        from files f join latest l on l.case_id = f.id join rhythm r on r.case_id = f.id
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
    )
    insert into cases.review_dues (id, case_id, division_code, kind, person_id, person_name, due_on)
    select md5(concat_ws('/', d.case_id, d.kind, d.person_id, d.due_on))::uuid, d.case_id, d.division_code, d.kind, d.person_id, d.person_name, d.due_on
    from dues d
    where not exists (select from cases.reviews r where r.case_id = d.case_id and r.kind = d.kind and r.person_id is not distinct from d.person_id and r.due_on = d.due_on);
end $$;
