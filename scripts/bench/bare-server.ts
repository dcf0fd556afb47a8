import { createServer } from 'node:http';

/** The physical limit of one process: `node:http` answering as many bytes, knowing nothing. */
const body = Buffer.alloc(Number(process.argv[2] ?? 1000), 'x');
const server = createServer((_request, response) => {
  response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': body.length });
  response.end(body);
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.(address !== null && typeof address === 'object' ? address.port : 0);
});
