/**
 * Makes a video large, so that browsers do not load it as a whole: bytes that nothing refers to are put into its middle.
 * @param video an MP4 file with the table of its parts (`stco`) at its beginning.
 */
export function paddedVideo(video: Buffer, padding: number): Buffer {
  const media = video.indexOf('mdat') - 4;
  const tables = [...video.subarray(0, media).toString('latin1').matchAll(/stco/g)].map(
    ({ index }) => index + 12,
  );
  const positions = tables.flatMap((table) =>
    Array.from({ length: video.readUInt32BE(table - 4) }, (_, n) => table + n * 4),
  );
  const middle = Math.min(
    ...positions.map((at) => video.readUInt32BE(at)).filter((offset) => offset > (media + video.length) / 2),
  );
  const padded = Buffer.concat([video.subarray(0, middle), Buffer.alloc(padding), video.subarray(middle)]);
  padded.writeUInt32BE(video.readUInt32BE(media) + padding, media);
  for (const at of positions) {
    const offset = video.readUInt32BE(at);
    if (offset >= middle) padded.writeUInt32BE(offset + padding, at);
  }
  return padded;
}
