-- Until which day of the month changes count in a month's roster (结算日); the newest row from the month or earlier counts.
create table disbursement.settle_days (
    id uuid primary key,
    from_month date not null,
    day integer check (day between 1 and 28),
    month_before boolean not null,
    document text not null,
    recorded_at timestamptz not null,
    recorded_by_name text not null
);
comment on table disbursement.settle_days is 'append-only: another day is a new row';
comment on column disbursement.settle_days.day is 'Null: no settle day, everything known when the roster is made counts.';
create index ix_settle_days_find on disbursement.settle_days (from_month desc, recorded_at desc);
create trigger settle_days_append_only before update or delete on disbursement.settle_days for each row execute function disbursement.refuse_change();

-- The moment from which recorded gains wait for the next roster; null without a settle day.
alter table disbursement.rosters add column known_until timestamptz;
