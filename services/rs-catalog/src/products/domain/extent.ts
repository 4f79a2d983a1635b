/** The box around a GeoJSON geometry (RFC 7946 §5). */

/** west, south, east, north; undefined when there is no position. */
export function boxAround(geometry: object): [number, number, number, number] | undefined {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  visit(geometry, (longitude, latitude) => {
    west = Math.min(west, longitude);
    south = Math.min(south, latitude);
    east = Math.max(east, longitude);
    north = Math.max(north, latitude);
  });
  return west === Infinity ? undefined : [west, south, east, north];
}

function visit(value: unknown, seen: (longitude: number, latitude: number) => void): void {
  if (Array.isArray(value)) {
    const [longitude, latitude] = value as unknown[];
    if (typeof longitude === 'number' && typeof latitude === 'number') seen(longitude, latitude);
    else for (const one of value) visit(one, seen);
  } else if (typeof value === 'object' && value !== null) {
    if ('geometries' in value) visit(value.geometries, seen);
    else if ('coordinates' in value) visit(value.coordinates, seen);
  }
}
