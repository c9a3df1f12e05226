-- Where a household lived when (居住地); a move is a row, never an edit.
create table households.residences (
    id uuid primary key,
    household_id uuid not null references households.households (id),
    division_code text collate "C" not null,
    area text not null,
    address text not null,
    from_day date not null,
    recorded_at timestamptz not null
);
comment on table households.residences is 'append-only: a move is another row';
create index ix_residences_household on households.residences (household_id, from_day, id);
create function households.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name;
end $$;
create trigger residences_append_only before update or delete on households.residences for each row execute function households.refuse_change();
