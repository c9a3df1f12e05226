-- First letters of the pinyin of a name, by comparing each character with the first one of every letter in pinyin order.
create function households.initials(name text) returns text language sql immutable strict parallel safe as $$
    select coalesce(string_agg(coalesce((
        select b.letter from (values
            ('a', '阿'), ('b', '八'), ('c', '嚓'), ('d', '哒'), ('e', '妸'), ('f', '发'), ('g', '旮'), ('h', '哈'), ('j', '讥'), ('k', '咔'), ('l', '垃'), ('m', '妈'),
            ('n', '拿'), ('o', '噢'), ('p', '妑'), ('q', '七'), ('r', '呥'), ('s', '仨'), ('t', '他'), ('w', '挖'), ('x', '夕'), ('y', '丫'), ('z', '帀')) as b (letter, first)
        where c.character !~ '^[[:ascii:]]' and c.character >= b.first collate "zh-Hans-x-icu"
        order by b.letter desc limit 1), lower(c.character)), '' order by c.position), '')
    from string_to_table(name, null) with ordinality as c (character, position)
$$;

create table households.persons (
    id uuid primary key,
    id_number text,
    name text not null,
    name_initials text generated always as (households.initials(name)) stored,
    male boolean not null,
    birth_date date not null,
    phone text,
    division_code text collate "C" not null,
    died_on date,
    version integer not null
);
create unique index ix_persons_id_number on households.persons (id_number);
create index ix_persons_name on households.persons (name collate "C");
create index ix_persons_name_initials on households.persons (name_initials collate "C");
create index ix_persons_id_number_tail on households.persons (right(id_number, 4));
create index ix_persons_phone on households.persons (phone);

create table households.households (
    id uuid primary key,
    division_code text collate "C" not null,
    head_person_id uuid not null references households.persons (id),
    head_name text not null,
    area text not null,
    address text not null,
    member_count integer not null,
    version integer not null
);
create index ix_households_division_code on households.households (division_code, id);
create index ix_households_head on households.households (head_person_id);

create table households.members (
    id uuid primary key,
    household_id uuid not null references households.households (id),
    person_id uuid not null references households.persons (id),
    relation text not null,
    from_day date not null,
    to_day date
);
create index ix_members_household on households.members (household_id);
create index ix_members_person on households.members (person_id);
-- Nobody belongs to two households at once.
create unique index ix_members_current on households.members (person_id) where to_day is null;
