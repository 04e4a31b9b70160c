/** IDs that machines make, in which any digits can follow each other: UUIDs, IDs of AWS X-Ray and other hexadecimal ones. */
const randomParts =
  /(?<![\da-z])(?:(?!0{8})[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|1-[\da-f]{8}-[\da-f]{24}|(?=\d*[a-f])[\da-f]{16,})(?![\da-z])/gi;

/** 7 to 15 digits (E.164) after zeros, with what people write between them. */
const phoneNumber = /(?<!\d)(?:0[./_-]*)*[1-9](?:[./_-]*\d){6,14}(?![./_-]*\d)/;

/** @returns whether an ID from a caller can have a phone number in it, as `user-15551234567` has. Such an ID is not logged. */
export const canHavePhoneNumber = (id: string): boolean => phoneNumber.test(id.replace(randomParts, ' '));
