/** The fields of a message by their numbers: https://protobuf.dev/programming-guides/encoding/ */
export type Message = ReadonlyMap<number, readonly (bigint | Buffer)[]>;

/** @throws {RangeError} for bytes that are no message. */
export function decodeMessage(bytes: Buffer): Message {
  const fields = new Map<number, (bigint | Buffer)[]>();
  let offset = 0;
  const varint = (): bigint => {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = bytes.readUInt8(offset++);
      value |= BigInt(byte & 127) << shift;
      if (byte < 128) return value;
    }
  };
  const take = (length: number): Buffer => {
    if (offset + length > bytes.length) throw new RangeError('The message ends within a field');
    offset += length;
    return bytes.subarray(offset - length, offset);
  };
  const readValue = (wireType: number): bigint | Buffer => {
    if (wireType === 0) return varint();
    if (wireType === 1) return take(8).readBigUInt64LE();
    if (wireType === 2) return take(Number(varint()));
    if (wireType === 5) return BigInt(take(4).readUInt32LE());
    throw new RangeError(`There is no wire type ${wireType}`);
  };
  while (offset < bytes.length) {
    const tag = Number(varint());
    const field = tag >> 3;
    const values = fields.get(field) ?? [];
    values.push(readValue(tag & 7));
    fields.set(field, values);
  }
  return fields;
}

export const messagesIn = (message: Message, field: number): Message[] =>
  (message.get(field) ?? []).map((bytes) => decodeMessage(bytes as Buffer));

export const bytesIn = (message: Message, field: number): Buffer =>
  (message.get(field)?.[0] as Buffer | undefined) ?? Buffer.alloc(0);

export const textIn = (message: Message, field: number): string => bytesIn(message, field).toString();

export const numberIn = (message: Message, field: number): bigint =>
  (message.get(field)?.[0] as bigint | undefined) ?? 0n;
