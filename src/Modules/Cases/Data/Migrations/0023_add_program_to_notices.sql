-- A sheet is about one programme: its title and article are that programme's.
alter table cases.publicity_notices add column program text not null default 'minimum-living';
alter table cases.publicity_notices alter column program drop default;
