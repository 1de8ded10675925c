-- From no day on there is no working day: counting on from nothing never ended.
alter function app.add_working_days(date, int) strict;
alter function app.is_working_day(date) strict;
