-- Who pays how much per person and month (资金来源): central, province, prefecture or county. The newest row of a level
-- from the month or earlier counts; what the levels do not explain is shown, never spread.
create table disbursement.funding_rates (
    id uuid primary key,
    program text not null,
    area text not null,
    level text not null,
    per_person numeric(14,2) not null check (per_person >= 0),
    from_month date not null,
    document text not null,
    recorded_at timestamptz not null,
    recorded_by_name text not null
);
comment on table disbursement.funding_rates is 'append-only: a new rate is a new row';
create index ix_funding_rates_find on disbursement.funding_rates (program, area, level, from_month desc, recorded_at desc);
create trigger funding_rates_append_only before update or delete on disbursement.funding_rates for each row execute function disbursement.refuse_change();
