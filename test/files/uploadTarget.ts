import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** An upload that a stand-in for Beeper received. */
export interface ReceivedUpload {
  readonly headers: IncomingMessage['headers'];
  /** All bytes of the body so far. */
  readonly body: () => Buffer;
  /** Whether the body was received to its end. */
  isComplete: boolean;
  /** Whether the connection was closed before the end of the body. */
  isCut: boolean;
}

export type Answer = (request: IncomingMessage, response: ServerResponse, upload: ReceivedUpload) => void;

/** A stand-in for Beeper that can answer an upload in any way and at any time. */
export interface UploadTarget extends AsyncDisposable {
  readonly url: string;
  readonly uploads: ReceivedUpload[];
  /** How the following uploads are answered: `early` as soon as their head is there, `answer` at the end of the body. */
  respond(answers: { readonly early?: Answer; readonly answer?: Answer }): void;
}

export const json =
  (status: number, body: object, headers: Record<string, string> = {}): Answer =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
  };

export const uploaded = { uploadID: 'up-1', fileName: 'a.jpg', mimeType: 'image/jpeg', fileSize: 5 };

export async function startUploadTarget(): Promise<UploadTarget> {
  const uploads: ReceivedUpload[] = [];
  const sockets = new Set<Socket>();
  let early: Answer | undefined;
  let answer: Answer | undefined = json(200, uploaded);
  const server = createServer((request, response) => {
    response.setHeader('x-beeper-desktop-version', '4.3.73');
    if (request.url === '/v1/info')
      return json(200, { app: { name: 'Beeper', version: '4.3.73' } })(request, response, {} as never);
    const chunks: Buffer[] = [];
    const upload: ReceivedUpload = {
      headers: request.headers,
      body: () => Buffer.concat(chunks),
      isComplete: false,
      isCut: false,
    };
    uploads.push(upload);
    request.on('error', () => {});
    request.socket.once('close', () => {
      upload.isCut = !request.complete;
    });
    if (early) return early(request, response, upload);
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      upload.isComplete = true;
      answer?.(request, response, upload);
    });
  });
  server.on('connection', (socket) => {
    sockets.add(socket.setMaxListeners(0));
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    uploads,
    respond(answers) {
      early = answers.early;
      answer = answers.answer;
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
