-- A determination is replayed with the suspensions as they were known when it was made: the end that was planned, and when
-- another one was recorded.
alter table cases.review_suspensions add column planned_to_day date, add column ended_at timestamptz;
update cases.review_suspensions set planned_to_day = to_day where ended_by_name is null;
-- Of ends recorded before this script only the outcome is known.
update cases.review_suspensions set planned_to_day = to_day, ended_at = recorded_at where ended_by_name is not null;
create or replace function cases.guard_suspension() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.to_day is not null and new.to_day > old.to_day
        or (old.id, old.division_code, old.prefix, old.from_day, old.reason, old.basis, old.recorded_by, old.recorded_by_name, old.recorded_at, old.planned_to_day)
            is distinct from (new.id, new.division_code, new.prefix, new.from_day, new.reason, new.basis, new.recorded_by, new.recorded_by_name, new.recorded_at, new.planned_to_day) then
        raise exception 'review_suspensions keeps every row: only an earlier end may be added';
    end if;
    return new;
end $$;
