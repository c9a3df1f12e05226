-- Some documents give the money per person and year (每人每年); a month's part is a twelfth.
alter table disbursement.funding_rates add column yearly boolean not null default false;
alter table disbursement.funding_rates alter column yearly drop default;
