-- A one-off roster (一次性补助): what was ordered for whom by which document. A document is paid once in a month.
alter table disbursement.rosters add column document text;
alter table disbursement.rosters add column terms jsonb;
alter table disbursement.rosters add constraint ck_rosters_terms check ((kind = 'one-off') = (document is not null and terms is not null));
create unique index ux_rosters_document on disbursement.rosters (month, document) where kind = 'one-off' and status <> 'withdrawn';
