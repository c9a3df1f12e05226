-- A case that waits for a hearing may also have to be looked at when the version is withdrawn.
alter table cases.uprating_waits drop constraint uprating_waits_pkey;
alter table cases.uprating_waits add primary key (version_id, first_day, case_id, kind);
