-- How a bank wants its list: columns in order, as data. A field is one of those BankField names.
create table disbursement.bank_templates (
    code text primary key,
    name text not null,
    columns jsonb not null,
    totals boolean not null,
    position integer not null
);
insert into disbursement.bank_templates (code, name, columns, totals, position) values
    ('standard', '通用格式', '[
        {"field":"Number","header":"序号"},{"field":"Holder","header":"户主/领款人"},{"field":"HolderIdNumber","header":"身份证号"},
        {"field":"Bank","header":"开户行"},{"field":"Account","header":"账号"},{"field":"Amount","header":"金额"},
        {"field":"Summary","header":"摘要"},{"field":"Line","header":"批次行号"}]', true, 1),
    ('one-card', '一卡通格式', '[
        {"field":"Number","header":"排序序号"},{"field":"Head","header":"户主姓名"},{"field":"Holder","header":"收款人姓名"},{"field":"HolderIdNumber","header":"收款人身份证号"},
        {"field":"Account","header":"银行账号"},{"field":"Bank","header":"开户银行"},{"field":"Division","header":"村(居)委会"},
        {"field":"Persons","header":"保障人数"},{"field":"Amount","header":"补贴金额"},{"field":"Month","header":"填报日期"},{"field":"Summary","header":"备注"},{"field":"Line","header":"批次行号"}]', false, 2);

-- Every list that left the house, with the digest of its bytes.
create table disbursement.roster_exports (
    id uuid primary key,
    roster_id uuid not null references disbursement.rosters (id),
    template text not null,
    format text not null,
    rows integer not null,
    total numeric(14,2) not null,
    sha256 text not null,
    exported_by uuid not null,
    exported_by_name text not null,
    exported_at timestamptz not null
);
comment on table disbursement.roster_exports is 'append-only: what was handed out';
create index ix_roster_exports_roster on disbursement.roster_exports (roster_id, exported_at);

-- What a column of a return file is called, per field; a bank's own word is added once and remembered.
create table disbursement.return_headers (
    header text primary key,
    field text not null
);
insert into disbursement.return_headers (header, field) values
    ('批次行号', 'Line'), ('行号', 'Line'), ('批次序号', 'Line'), ('流水号', 'Line'), ('商户流水号', 'Line'),
    ('账号', 'Account'), ('银行账号', 'Account'), ('收款账号', 'Account'), ('卡号', 'Account'), ('收款人账号', 'Account'),
    ('金额', 'Amount'), ('发放金额', 'Amount'), ('交易金额', 'Amount'), ('补贴金额', 'Amount'), ('金额(元)', 'Amount'), ('金额（元）', 'Amount'),
    ('结果', 'Outcome'), ('处理结果', 'Outcome'), ('发放结果', 'Outcome'), ('交易结果', 'Outcome'), ('交易状态', 'Outcome'), ('状态', 'Outcome'), ('成功标志', 'Outcome'),
    ('原因', 'Reason'), ('失败原因', 'Reason'), ('错误信息', 'Reason'), ('返回信息', 'Reason'), ('结果说明', 'Reason');

create table disbursement.return_files (
    id uuid primary key,
    roster_id uuid not null references disbursement.rosters (id),
    file_name text not null,
    encoding text not null,
    file_hash text not null,
    content_hash text not null,
    rows integer not null,
    total numeric(14,2) not null,
    paid integer not null,
    failed integer not null,
    problems integer not null,
    status text not null,
    uploaded_by uuid not null,
    uploaded_by_name text not null,
    uploaded_at timestamptz not null,
    applied_by_name text,
    applied_at timestamptz
);
create index ix_return_files_roster on disbursement.return_files (roster_id, uploaded_at);
-- The same file, or the same content in another order, is entered once.
create unique index ux_return_files_file on disbursement.return_files (file_hash) where status = 'applied';
create unique index ux_return_files_content on disbursement.return_files (roster_id, content_hash) where status = 'applied';

create table disbursement.return_rows (
    file_id uuid not null references disbursement.return_files (id) on delete cascade,
    row integer not null,
    line text not null,
    number integer,
    account text not null,
    amount_text text not null,
    amount numeric(14,2),
    outcome text not null,
    paid boolean,
    reason text not null,
    reason_kind text,
    problem text,
    primary key (file_id, row)
);
create index ix_return_rows_problem on disbursement.return_rows (file_id, row) where problem is not null;

-- What became of a row of the bank list: paid or returned, once and for all.
create table disbursement.payment_outcomes (
    roster_id uuid not null,
    number integer not null,
    paid boolean not null,
    reason_kind text,
    reason text,
    return_file_id uuid not null references disbursement.return_files (id),
    recorded_at timestamptz not null,
    primary key (roster_id, number),
    foreign key (roster_id, number) references disbursement.roster_orders (roster_id, number)
);
comment on table disbursement.payment_outcomes is 'append-only: money that arrived cannot un-arrive';
create index ix_payment_outcomes_failed on disbursement.payment_outcomes (roster_id, number) where not paid;

create trigger roster_exports_append_only before update or delete on disbursement.roster_exports for each row execute function disbursement.refuse_change();
create trigger payment_outcomes_append_only before update or delete on disbursement.payment_outcomes for each row execute function disbursement.refuse_change();

-- Only a returned payment can be paid again, never one that arrived.
create function disbursement.refuse_paying_twice() returns trigger language plpgsql as $$
begin
    if exists (select from touched t where t.corrects_roster_id is not null and not exists (
        select from disbursement.payment_outcomes o where o.roster_id = t.corrects_roster_id and o.number = t.corrects_number and not o.paid)) then
        raise exception 'only a returned payment can be corrected';
    end if;
    return null;
end $$;
create trigger orders_correct_returned after insert on disbursement.roster_orders referencing new table as touched for each statement execute function disbursement.refuse_paying_twice();
