/** `GET /v1/assets/serve` @returns the path with query for a file of Beeper's. */
export const servePath = (url: string): string => `/v1/assets/serve?url=${encodeURIComponent(url)}`;

/** `POST /v1/assets/upload` */
export const uploadPath = '/v1/assets/upload';
