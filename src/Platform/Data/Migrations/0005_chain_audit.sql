-- The trail as a chain: each row's digest as it was when it was taken up, and blocks of them that each hold the hash of the
-- block before. Whoever changes, removes or slips in a row later breaks it, whatever rights they have.
create table platform.audit_blocks (
    number bigint primary key,
    entries integer not null,
    first_id bigint not null,
    last_id bigint not null,
    content text not null,
    previous_hash text not null,
    hash text not null,
    sealed_at timestamptz not null
);
create unique index ux_audit_blocks_hash on platform.audit_blocks (hash);
create unique index ux_audit_blocks_previous on platform.audit_blocks (previous_hash);
comment on table platform.audit_blocks is 'append-only: a block is closed once';

create table platform.audit_digests (
    entry_id bigint primary key,
    block bigint not null references platform.audit_blocks (number) deferrable initially deferred,
    digest bytea not null
);
create index ix_audit_digests_block on platform.audit_digests (block, entry_id);
comment on table platform.audit_digests is 'append-only: what a row of the trail said when its block was closed';
