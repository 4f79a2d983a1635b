-- Products that a rebuild found as they are kept: they need not be written to be known as seen. It begins anew after a
-- crash, so nothing of it has to last.
create unlogged table rebuild_seen (urn text not null);

-- rebuild.cursor has no reader any more; instances of the version before still write it, so it goes with a later one.
