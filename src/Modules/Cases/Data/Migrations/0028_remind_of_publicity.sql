-- The county's reminder to the township: a photo is missing, or the last day has passed.
alter table cases.publicity_notices add column reminded_on date;
alter table cases.publicity_notices add column reminded_by_name text;
alter table cases.publicity_notices add column reminder text;
