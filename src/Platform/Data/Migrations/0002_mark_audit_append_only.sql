-- DatabaseRoles grants the application's role no update and no delete on tables whose comment starts with these words.
comment on table platform.audit_entries is 'append-only: what happened cannot be unsaid';
