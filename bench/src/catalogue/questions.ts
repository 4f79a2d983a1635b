/** Questions to a catalogue, each as a STAC search and as SQL over the table of floor.ts. */

export interface Question {
  readonly search: Readonly<Record<string, unknown>>;
  readonly sql: string;
  readonly values: readonly unknown[];
}

const year = 31_536_000_000;
const first = Date.UTC(2015, 0, 1);

const inBox = `st_intersects(geometry, st_makeenvelope($1, $2, $3, $4, 4326))`;
const newest = 'order by moment desc limit 51';

/** One question of each kind; places and times are drawn anew each time. */
export function questions(random: () => number): ReadonlyMap<string, Question> {
  const box = (width: number): number[] => {
    const [west, south] = [random() * (359 - width) - 179.5, random() * (160 - width / 2) - 80];
    return [west, south, west + width, south + width / 2];
  };
  const from = first + random() * 9 * year;
  const time = [from, from + year].map((at) => new Date(at).toISOString());
  const [small, large, middle] = [box(5), box(60), box(20)];
  const cloud = Math.round(random() * 50);
  const filter = { op: '<=', args: [{ property: 'eo:cloud_cover' }, cloud] };
  const byCloud = [{ field: 'properties.eo:cloud_cover', direction: 'desc' }];
  const limit = 50;
  return new Map<string, Question>([
    [
      'a small box',
      { search: { bbox: small, limit }, sql: `select body from item where ${inBox} ${newest}`, values: small },
    ],
    [
      'a large box',
      { search: { bbox: large, limit }, sql: `select body from item where ${inBox} ${newest}`, values: large },
    ],
    [
      'box, time and attribute',
      {
        search: { bbox: middle, datetime: time.join('/'), filter, limit },
        sql: `select body from item where ${inBox} and moment between $5 and $6 and cloud <= $7 ${newest}`,
        values: [...middle, ...time, cloud],
      },
    ],
    [
      'a collection in time',
      {
        search: { collections: ['naip'], datetime: time.join('/'), limit },
        sql: `select body from item where collection = 'naip' and moment between $1 and $2 ${newest}`,
        values: time,
      },
    ],
    [
      'a collection sorted by an attribute',
      {
        search: { collections: ['naip'], sortby: byCloud, limit },
        sql: `select body from item where collection = 'naip' order by cloud desc limit 51`,
        values: [],
      },
    ],
  ]);
}
