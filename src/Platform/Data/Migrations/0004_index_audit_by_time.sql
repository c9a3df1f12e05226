-- The trail is read newest first and between days; it grows by every act, so neither may scan it.
create index ix_audit_entries_at on platform.audit_entries (at, id);
