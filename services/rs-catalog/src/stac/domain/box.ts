/** Boxes in degrees of WGS 84 (RFC 7946 §5): west, south, east, north; one over the antimeridian is two. */
import { fault } from './fault.ts';

/** west, south, east, north */
export type Box = readonly [number, number, number, number];

/**
 * Reads four numbers, or six of which the heights are passed over. Gives one box, or two where west lies east of east.
 * @throws RefusedError when they are no box
 */
export function boxesOf(numbers: readonly unknown[], place = 'bbox'): Box[] {
  if (numbers.length !== 4 && numbers.length !== 6) {
    fault(place, `4 or 6 numbers are expected, not ${numbers.length}`);
  }
  const half = numbers.length / 2;
  const [west, south, east, north] = [numbers[0], numbers[1], numbers[half], numbers[half + 1]].map((value) =>
    typeof value === 'number' && Number.isFinite(value) ? value : fault(place, `${String(value)} is no number`),
  ) as [number, number, number, number];
  if (south < -90 || north > 90) fault(place, 'latitudes lie between -90 and 90');
  if (south > north) fault(place, `south ${south} lies north of north ${north}`);
  if (half === 3 && Number(numbers[2]) > Number(numbers[5])) fault(place, 'the lowest height is above the highest');
  if (Math.abs(west) > 360 || Math.abs(east) > 360) fault(place, 'longitudes lie between -180 and 180');
  return west > east
    ? [
        [west, south, 180, north],
        [-180, south, east, north],
      ]
    : [[west, south, east, north]];
}

/** The same from text: numbers with commas between them; brackets around them are refused, as STAC API wants it. */
export function boxesOfText(text: string): Box[] {
  const parts = text.split(',').map((part) => part.trim());
  return boxesOf(parts.map((part) => (part === '' ? Number.NaN : Number(part))));
}

/** The box, or the two of one over the antimeridian, as a GeoJSON geometry. */
export function boxGeometry(boxes: readonly Box[]): object {
  const polygons = boxes.map(([west, south, east, north]) => [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ]);
  return polygons.length === 1
    ? { type: 'Polygon', coordinates: polygons[0] }
    : { type: 'MultiPolygon', coordinates: polygons };
}
