-- Several townships are written by one statement, which cannot say how many lines each of them has; nobody asked for it.
alter table disbursement.roster_townships drop column lines;
