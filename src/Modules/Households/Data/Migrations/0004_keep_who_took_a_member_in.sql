-- The household that took a member in by a change and so ended his membership here. Null where he left or died by this
-- household's own case, or an application ended it: then a correction of the joining does not bring him back.
alter table households.members add column taken_by uuid references households.households (id);
