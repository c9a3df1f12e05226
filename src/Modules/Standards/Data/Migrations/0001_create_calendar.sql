-- Days that differ from the ordinary week: holidays, and weekends worked instead (调休). The yearly notice is the source.
create table standards.calendar_days (
    day date primary key,
    is_working_day boolean not null,
    notice text not null
);
