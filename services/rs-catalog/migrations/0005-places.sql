-- Of what lies in a place the products of one model alone: their models' numbers are small, and compared exactly besides.
drop index product_place_and_time;
create index product_place_and_time on product using gist (geometry, starts, ends, hashtext(model)) where not deleted;
alter table product alter column geometry set compression lz4;
