-- Which programme and township of a published version is worked through (提标落实), so that a crash repeats none.
create table cases.uprating_chunks (
    version_id uuid not null,
    program text not null,
    township text not null,
    looked_at integer not null,
    raised integer not null,
    waiting integer not null,
    done_at timestamptz not null,
    primary key (version_id, program, township)
);
