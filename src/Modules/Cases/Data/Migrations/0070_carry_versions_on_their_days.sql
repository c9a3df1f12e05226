-- A version is carried on each day from which it changes figures, and can be taken back until its first one.
create table cases.uprating_orders (
    version_id uuid not null,
    first_day date not null,
    number integer not null,
    policy_code text not null,
    known_from timestamptz not null,
    carried_on date not null,
    withdrawn_at timestamptz,
    primary key (version_id, first_day)
);
create table cases.uprating_raises (
    version_id uuid not null,
    first_day date not null,
    case_id uuid not null references cases.case_files (id),
    determination_id uuid not null,
    primary key (version_id, first_day, case_id)
);
create index ix_uprating_raises_determination on cases.uprating_raises (determination_id);
create index ix_uprating_raises_case on cases.uprating_raises (case_id);

-- What was carried before had one day, the day it was done stands for it.
alter table cases.uprating_chunks add column first_day date;
update cases.uprating_chunks c set first_day = (select (min(o.done_at) at time zone 'Asia/Shanghai')::date from cases.uprating_chunks o where o.version_id = c.version_id);
alter table cases.uprating_chunks alter column first_day set not null;
alter table cases.uprating_chunks add column step text not null default 'carry';
alter table cases.uprating_chunks alter column step drop default;
alter table cases.uprating_chunks drop constraint uprating_chunks_pkey;
alter table cases.uprating_chunks add primary key (version_id, first_day, step, program, township);
alter table cases.uprating_waits add column first_day date;
update cases.uprating_waits w set first_day = coalesce((select min(c.first_day) from cases.uprating_chunks c where c.version_id = w.version_id), w.noted_on);
alter table cases.uprating_waits alter column first_day set not null;
alter table cases.uprating_waits drop constraint uprating_waits_pkey;
alter table cases.uprating_waits add primary key (version_id, first_day, case_id);
