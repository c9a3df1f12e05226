-- A claim follows a family that moves to another township; nothing else of it may change. Being updated in this one column it
-- is no longer among the tables nobody has the right to update.
comment on table disbursement.overpayments is 'a claim is made once, repayments are rows beside it; only its place follows the family';
create function disbursement.keep_claim() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or to_jsonb(new) - 'division_code' is distinct from to_jsonb(old) - 'division_code' then
        raise exception 'overpayments keeps every claim as it was made; only its place may change';
    end if;
    return new;
end $$;
drop trigger overpayments_append_only on disbursement.overpayments;
create trigger overpayments_keep_claim before update or delete on disbursement.overpayments for each row execute function disbursement.keep_claim();
