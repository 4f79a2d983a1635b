create extension if not exists postgis schema public;
create extension if not exists btree_gist schema public;
