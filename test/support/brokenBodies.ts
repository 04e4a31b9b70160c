import fc from 'fast-check';

/** JSON of Beeper's with mistakes: parts are missing, of another type, out of range, or in another place. */

/** Numbers at the limits of the readers, as text: some can't be written as the value that they are parsed to. */
const numbers =
  '0 -0 -1 -2 1 1.5 7 2147483647 2147483648 9007199254740991 9007199254740992 1e21 1e300 1e400 -1e400 5e-324'.split(
    ' ',
  );

const dates = [
  '"0001-01-01T00:00:00Z"',
  '"1970-01-01T00:00:00.000Z"',
  '"1969-12-31T23:59:59Z"',
  '"2026-05-06T22:20:12.497+02:00"',
  '"2026-13-45"',
  '"+275760-09-13T00:00:00.001Z"',
  '"yesterday"',
  '"12"',
  '1778098812497',
  '8640000000000000',
  '8640000000000001',
];

const texts = [
  '""',
  '" "',
  '"0"',
  '"true"',
  '"null"',
  '"\\ud800"',
  '"a.b"',
  '"existing"',
  '"created"',
  '"failed"',
  '"unclear"',
  '"SUCCESS"',
  '"FAIL_PERMANENT"',
  '"reaction"',
  '"NOT_FOUND"',
  '"ada@example.com"',
  JSON.stringify('x'.repeat(65)),
  ...['{"text":"Hi","textEntities":[]}', ' {"textEntities":null,"text":""}', '{"textEntities":1}'].map(
    (json) => JSON.stringify(json),
  ),
  JSON.stringify('{"text":"Hi","a":{"textEntities":1}}'),
];

const groups = [
  '{}',
  '[]',
  '[[]]',
  '[null]',
  '[""]',
  '[0,"a",{}]',
  '{"a":null}',
  '{"":""}',
  '{"id":1}',
  '{"id":"a","accountID":"b"}',
  '{"id":"","text":""}',
  '{"text":"Hi","textEntities":[]}',
  '{"status":"FAILED"}',
  '{"sendStatus":"FAILED","isSender":true}',
  '{"b":true,"a":"2026-05-06T20:20:12Z","c":0,"d":null,"1":"never","0":7}',
  '{"issues":[{"message":"x","path":["a",0]},{"message":"y","path":[1e400]},{}]}',
  '{"a.b":"is wrong","c":"is required"}',
  '{"__proto__":{"id":"x"}}',
  '{"__proto__":null,"a":true}',
  '{"__proto__":"x","constructor":"x","toString":1}',
  '{"constructor":{"prototype":{}},"hasOwnProperty":true}',
];

const oddJSON = ['null', 'true', 'false', ...numbers, ...dates, ...texts, ...groups];
const odd = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...oddJSON) },
  { weight: 1, arbitrary: fc.json({ maxDepth: 3 }) },
);

type Parent = Record<string | number, unknown>;

/** A value of a body, and where it is. */
interface Place {
  readonly parent: Parent;
  readonly name: string | number;
}

/** Changes one value; `other` is one somewhere else, `json` an odd one. */
type Change = (place: Place, other: Place, json: string) => void;

const valueAt = ({ parent, name }: Place) => parent[name];
/** An assignment to `__proto__` would set the prototype. */
const put = ({ parent, name }: Place, value: unknown) =>
  Object.defineProperty(parent, name, { value, enumerable: true, writable: true, configurable: true });
const copyOf = (place: Place): unknown => structuredClone(valueAt(place));

function remove({ parent, name }: Place): void {
  if (Array.isArray(parent)) parent.splice(Number(name), 1);
  else delete parent[name];
}

const changes: Readonly<Record<string, Change>> = {
  replaceByOdd: (place, _, json) => put(place, JSON.parse(json)),
  remove,
  replaceByOther: (place, other) => put(place, copyOf(other)),
  nest: (place) => put(place, [valueAt(place)]),
  nestDeep(place) {
    const json = JSON.stringify(valueAt(place)) ?? 'null';
    put(place, JSON.parse(`${'{"a":['.repeat(100)}${json}${']}'.repeat(100)}`));
  },
  turnInsideOut(place) {
    const value = valueAt(place);
    if (Array.isArray(value)) put(place, Object.fromEntries(value.entries()));
    else if (typeof value === 'object' && value !== null) put(place, Object.values(value));
    else if (typeof value === 'string') put(place, Number(value) || value.length);
    else put(place, String(value));
  },
  addItem(place, other, json) {
    const value = valueAt(place);
    if (Array.isArray(value)) value.unshift(JSON.parse(json), copyOf(other));
    else put(place, JSON.parse(json));
  },
  addProto: (place, other) => addMember(place, '__proto__', copyOf(other)),
  addConstructor: (place, other) => addMember(place, 'constructor', copyOf(other)),
};

/** To the object at a place, or around it. An array of JSON has no such member. */
function addMember(place: Place, name: string, member: unknown): void {
  const value = valueAt(place);
  const parent = typeof value === 'object' && value !== null ? (value as Parent) : place.parent;
  if (!Array.isArray(parent)) put({ parent, name }, member);
}

const change = fc.record({
  kind: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom('replaceByOdd', 'remove') },
    { weight: 3, arbitrary: fc.constantFrom(...Object.keys(changes)) },
  ),
  at: fc.nat(),
  other: fc.nat(),
  json: odd,
});

/** What stands in for each value in turn. */
const standIns = 'null "" "x" "2026-08-15" 0 -1 1.5 1e21 1e400 true [] {}'
  .split(' ')
  .map((json): unknown => JSON.parse(json));

/** @returns copies of `body`, each with one value replaced or removed. */
export function* eachBroken(body: unknown): Generator<unknown> {
  const json = JSON.stringify({ body });
  const copies = placesIn(JSON.parse(json)).length;
  for (let at = 0; at < copies; at++) {
    for (const standIn of [undefined, ...standIns]) {
      const root = JSON.parse(json) as { body: unknown };
      const place = placesIn(root)[at];
      if (place === undefined) continue;
      if (standIn === undefined) remove(place);
      else put(place, standIn);
      yield root.body;
    }
  }
}

/** Copies of `bodies` with one to eight changes. */
export const brokenBody = (bodies: readonly unknown[]): fc.Arbitrary<unknown> =>
  fc
    .tuple(
      fc.constantFrom(...bodies.map((body) => JSON.stringify(body))),
      fc.array(change, { minLength: 1, maxLength: 8 }),
    )
    .map(([json, made]) => {
      const root = { body: JSON.parse(json) as unknown };
      for (const { kind, at, other, json: odd } of made) {
        const places = placesIn(root);
        const place = places[at % places.length];
        const otherPlace = places[other % places.length];
        if (place && otherPlace) changes[kind]?.(place, otherPlace, odd);
      }
      return root.body;
    });

function placesIn(parent: Parent, found: Place[] = [], depth = 0): Place[] {
  for (const name of Object.keys(parent)) {
    found.push({ parent, name });
    const value = parent[name];
    if (depth < 20 && typeof value === 'object' && value !== null)
      placesIn(value as Parent, found, depth + 1);
  }
  return found;
}
