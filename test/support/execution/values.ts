import {
  type GraphQLOutputType,
  getNullableType,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { type Pick, picksOf } from './chance.ts';
import type { Turns } from './turns.ts';

/** The context value of an execution. */
export interface Recorded {
  /** What a value is depends on its place and on this. */
  readonly seed: string;
  /** Every call of a resolver, getter, method, type resolver or type predicate. */
  readonly calls: string[];
  readonly turns: Turns;
}

/** A value of an object type, at a place of the data. */
export interface Place {
  readonly kind: string;
  readonly place: string;
}

/** Gives values of object types their fields. */
export type MakeObject = (kind: string, place: string, recorded: Recorded) => unknown;

const leaves: Record<string, readonly unknown[]> = {
  Int: [1, 2, '3', true, 0, -1, 2, 7, 1, 2.5, 'x', Number.NaN],
  Float: [1.5, 2, '3.5', 0, -0, 1e21, 2.5, 'x', Number.POSITIVE_INFINITY],
  String: ['a', 'b', '', 1, false, 'c', 'd', 'a', { key: 1 }],
  Boolean: [true, false, 1, 0, true, 'true'],
  ID: ['a', 1, '2', 'b', 2.5],
  Color: ['red', 2, 'red', 2, 'red', 'RED', {}],
  Odd: [1, 'plain', true, { deep: [1] }, 'made an object', 'throws', 'gives null', 'gives undefined'],
};

const kinds = ['Plain', 'Sure', 'Slow', 'Moody'];
const wrongKinds = [
  'Nothing',
  'Color',
  'Named',
  'Query',
  'a number',
  'a type',
  'an object type',
  'missing',
  'throws',
];

/** How a value is handed over: most often just so. */
const plainly = Array.from({ length: 14 }, () => 'plain');
const ways = [...plainly, 'promise', 'promise', 'ticks', 'turn', 'turn', 'thenable', 'null', 'undefined'];
const failures = ['error', 'throws', 'rejects', 'rejects later', 'rejecting thenable', 'error promised'];

const usual = [...ways, ...ways, ...ways, ...failures];

export function createValues(makeObject: MakeObject) {
  /** @returns a value for a field of the type, or a promise of it. @throws sometimes */
  function make(type: GraphQLOutputType, place: string, recorded: Recorded): unknown {
    const pick = picksOf(`${recorded.seed} ${place}`);
    const way = pick(usual);
    const failure = () => new Error(`${way} at ${place}`);
    const plain = () => plainOf(type, place, recorded, pick);
    switch (way) {
      case 'promise':
        return Promise.resolve(plain());
      case 'ticks':
        return afterTicks(pick([1, 2, 3, 4]), plain());
      case 'turn':
        return recorded.turns.wait(place).then(plain);
      case 'thenable':
        // A thenable may take a tick more than with graphql. Items of a list that are promises would show it.
        return isListType(getNullableType(type))
          ? recorded.turns.wait(place).then(plain)
          : thenable(recorded, place, plain);
      case 'null':
        return isNonNullType(type) && pick([true, true, false]) ? plain() : null;
      case 'undefined':
        return isNonNullType(type) && pick([true, true, false]) ? plain() : undefined;
      case 'error':
        return failure();
      case 'throws':
        throw pick([failure(), failure(), `a text at ${place}`]);
      case 'rejects':
        return handled(Promise.reject(failure()));
      case 'rejects later':
        return handled(recorded.turns.wait(place).then(() => Promise.reject(failure())));
      case 'rejecting thenable':
        return thenable(recorded, place, () => {
          throw failure();
        });
      case 'error promised':
        return Promise.resolve(failure());
      default:
        return plain();
    }
  }

  function plainOf(type: GraphQLOutputType, place: string, recorded: Recorded, pick: Pick): unknown {
    if (isNonNullType(type)) return plainOf(type.ofType, place, recorded, pick);
    if (isListType(type)) return listOf(type.ofType, place, recorded, pick);
    if (isLeafType(type)) return pick(leaves[type.name] ?? []);
    if (isObjectType(type)) return makeObject(type.name, place, recorded);
    if (!isAbstractType(type)) throw new Error('There is no such type');
    const isWrong = pick([...plainly, true]) === true;
    return makeObject(pick(isWrong ? wrongKinds : kinds), place, recorded);
  }

  function listOf(item: GraphQLOutputType, place: string, recorded: Recorded, pick: Pick): unknown {
    const form = pick(['array', 'array', 'array', 'set', 'generator', 'text', 'object', 'failing generator']);
    const length = pick([0, 1, 2, 2, 3]);
    function* items() {
      for (let index = 0; index < length; index++) yield itemOf(item, `${place}.${index}`, recorded);
      if (form === 'failing generator') throw new Error(`The generator at ${place} throws`);
    }
    if (form === 'text') return 'text';
    if (form === 'object') return {};
    if (form === 'set') return new Set(items());
    return form === 'array' ? [...items()] : items();
  }

  /** Items do not throw: the list is made before. */
  function itemOf(type: GraphQLOutputType, place: string, recorded: Recorded): unknown {
    try {
      return make(type, place, recorded);
    } catch (error) {
      return error;
    }
  }

  return make;
}

/** A list that is not iterated to its end leaves promises behind, which is the fault of no executor. */
function handled(promise: Promise<unknown>): Promise<unknown> {
  promise.catch(() => undefined);
  return promise;
}

async function afterTicks(ticks: number, value: unknown): Promise<unknown> {
  for (let tick = 0; tick < ticks; tick++) await null;
  return value;
}

/** Not a promise of the language. */
export function thenable(recorded: Recorded, place: string, make: () => unknown): PromiseLike<unknown> {
  return {
    // biome-ignore lint/suspicious/noThenProperty: resolvers may return what is like a promise
    then: (done, failed) => recorded.turns.wait(`thenable ${place}`).then(make).then(done, failed),
  };
}
