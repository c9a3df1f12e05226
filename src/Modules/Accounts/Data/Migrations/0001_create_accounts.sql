-- Administrative divisions (行政区划). Codes compare byte by byte, so that a prefix is a range of the index.
create table accounts.divisions (
    code text collate "C" not null,
    name text not null,
    level text not null,
    parent text collate "C",
    constraint pk_divisions primary key (code),
    constraint fk_divisions_divisions_parent foreign key (parent) references accounts.divisions (code) on delete restrict,
    constraint ck_divisions_code check (code ~ '^[0-9]{12}$')
);
create index ix_divisions_parent on accounts.divisions (parent);

-- What an administrator enters carries a version; what signing in changes does not, and is not in the trail column by column.
create table accounts.users (
    id uuid not null,
    account text not null,
    name text not null,
    password_hash text not null,
    security_stamp text not null,
    division_code text collate "C" not null,
    office text not null,
    must_change_password boolean not null,
    disabled_at timestamp with time zone,
    disabled_reason text,
    hand_over text,
    version integer not null,
    failed_count integer not null,
    first_failed_at timestamp with time zone,
    locked_until timestamp with time zone,
    last_login_at timestamp with time zone,
    constraint pk_users primary key (id),
    constraint fk_users_divisions_division_code foreign key (division_code) references accounts.divisions (code) on delete restrict
);
create unique index ix_users_account on accounts.users (account);
create index ix_users_division_code on accounts.users (division_code);

create table accounts.user_roles (
    user_id uuid not null,
    role text not null,
    constraint pk_user_roles primary key (user_id, role),
    constraint fk_user_roles_users_user_id foreign key (user_id) references accounts.users (id) on delete cascade
);
create index ix_user_roles_role on accounts.user_roles (role);

-- Forms that arrived after the session had ended; offered again to the same person after log-in.
create table accounts.interrupted_posts (
    id uuid not null,
    user_id uuid not null,
    url text not null,
    fields jsonb not null,
    had_files boolean not null,
    at timestamp with time zone not null,
    constraint pk_interrupted_posts primary key (id),
    constraint fk_interrupted_posts_users_user_id foreign key (user_id) references accounts.users (id) on delete cascade
);
create index ix_interrupted_posts_user_id on accounts.interrupted_posts (user_id);
