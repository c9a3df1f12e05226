-- How a bank wants its list is written in versions: the newest counts, older ones say how past files were made.
alter table disbursement.bank_templates drop constraint bank_templates_pkey;
alter table disbursement.bank_templates
    add column version integer not null default 1,
    add column format text not null default 'xlsx' check (format in ('xlsx', 'text')),
    add column encoding text not null default 'gb18030' check (encoding in ('utf-8', 'utf-8-bom', 'gb18030')),
    add column separator text not null default 'comma' check (separator in ('comma', 'tab', 'bar', 'semicolon')),
    add column headings boolean not null default true,
    add column amount text not null default 'yuan' check (amount in ('yuan', 'short', 'fen')),
    add column file_name text not null default '{批次}_{户数}户_{金额}元',
    add column return_columns jsonb not null default '[]',
    add column paid_words jsonb not null default '[]',
    add column failed_words jsonb not null default '[]',
    add column recorded_at timestamptz not null default now(),
    add column recorded_by_name text not null default '系统';
alter table disbursement.bank_templates add primary key (code, version);
alter table disbursement.bank_templates
    alter column version drop default, alter column format drop default, alter column encoding drop default, alter column separator drop default, alter column headings drop default,
    alter column amount drop default, alter column file_name drop default, alter column return_columns drop default, alter column paid_words drop default,
    alter column failed_words drop default, alter column recorded_at drop default, alter column recorded_by_name drop default;
comment on table disbursement.bank_templates is 'append-only: a change is a new version';
create trigger bank_templates_append_only before update or delete on disbursement.bank_templates for each row execute function disbursement.refuse_change();

alter table disbursement.roster_exports add column template_version integer not null default 1;
alter table disbursement.roster_exports alter column template_version drop default;
