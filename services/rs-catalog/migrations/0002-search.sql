-- What a product shows and who may see it follows from its model and the rules, which are few and change at once; a
-- row of its own keeps neither datasets nor groups.
drop index product_newest, product_place_and_time, product_datasets, product_groups, product_properties, product_model;
alter table product drop column catalogued, drop column datasets, drop column groups;

-- The product's own links stand apart, so that an item is sent as it is kept, with those of the catalogue before them.
alter table product add column links text;
update product
   set links = (item::jsonb -> 'links')::text, item = (item::jsonb - 'links')::text,
       starts = least(starts, moment), ends = greatest(ends, moment);

-- Conditions read geometry and properties of many rows, and item and feature of few: the former stay in the row.
alter table product
  alter column properties set storage main, alter column geometry set storage main,
  alter column properties set compression lz4, alter column item set compression lz4,
  alter column feature set compression lz4;

create index product_newest on product (moment desc, urn desc, model) where not deleted;
create index product_model on product (model, moment desc, urn desc) include (last) where not deleted;
create index product_place_and_time on product using gist (geometry, starts, ends) where not deleted;
create index product_properties on product using gin (properties jsonb_path_ops) where not deleted;

-- Where and when the products of a model lie, and how long the longest lasts: it grows with them.
create table model_extent (
  model text primary key,
  west double precision,
  south double precision,
  east double precision,
  north double precision,
  starts timestamptz not null,
  ends timestamptz not null,
  longest interval not null
);

insert into model_extent
select model, min(public.st_xmin(geometry)), min(public.st_ymin(geometry)), max(public.st_xmax(geometry)),
       max(public.st_ymax(geometry)), min(starts), max(ends), max(ends - starts)
  from product where not deleted group by model;

-- The instant that a text tells, UTC where it has no offset; null where it tells none.
create function instant_of(told text) returns timestamptz language plpgsql immutable parallel safe as $$
begin
  if told !~ '^\d{4}-\d\d-\d\d([Tt ]\d\d:\d\d(:\d\d(\.\d+)?)?([Zz]|[+-]\d\d:?\d\d)?)?$' then
    return null;
  end if;
  return case when told ~ '([Zz]|[+-]\d\d:?\d\d)$' and length(told) > 10 then told else told || 'Z' end::timestamptz;
exception when others then
  return null;
end $$;
