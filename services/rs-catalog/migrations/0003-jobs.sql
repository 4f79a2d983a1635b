-- Work on the index is done by jobs.
drop table index_work;
