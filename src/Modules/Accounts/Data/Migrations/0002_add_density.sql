-- How tightly lists are drawn on this person's screens.
alter table accounts.users add column density text not null default 'compact';
alter table accounts.users add constraint ck_users_density check (density in ('compact', 'standard', 'loose'));
