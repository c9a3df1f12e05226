-- The grants keep the application from touching what happened; this keeps everybody else from doing it by accident,
-- the owner of the tables included. Maintenance that must remove rows (docs/operations.md) first disables the trigger,
-- which only the owner can do and which the server's log shows.
create function platform.refuse_audit_changes() returns trigger language plpgsql as $$
begin
    raise exception 'platform.audit_entries is append-only: % refused', tg_op using errcode = 'insufficient_privilege';
end $$;
create trigger audit_entries_are_kept before update or delete or truncate on platform.audit_entries
    for each statement execute function platform.refuse_audit_changes();
