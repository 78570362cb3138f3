import { lookup as resolve } from 'node:dns';
import { type ClientRequest, type RequestOptions, Agent as HttpAgent, request as http } from 'node:http';
import { Agent as HttpsAgent, request as https } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { TLSSocket } from 'node:tls';
import type { HttpFault, HttpReply, HttpRequest } from '../means.ts';
import { bareHost, isPrivateAddress } from '../settings/web-address.ts';

/**
 * Sends one POST and reads the status of the answer. Node's client follows no redirect. An agent of its own reads no
 * proxy from the environment (`NODE_USE_ENV_PROXY`), and certificates are checked whatever
 * `NODE_TLS_REJECT_UNAUTHORIZED` says.
 */
export function sendHttp(sent: HttpRequest): Promise<HttpReply> {
  return new Promise((answer) => {
    const url = new URL(sent.url);
    const ip = bareHost(url.hostname);
    if (!sent.toPrivate && isIP(ip) !== 0 && isPrivateAddress(ip)) return answer({ kind: 'fault', fault: 'private' });
    const request = open(url, sent);
    const faultNow = watchWay(request, url.protocol === 'https:');
    const end = (reply: HttpReply): void => {
      clearTimeout(timer);
      request.destroy();
      answer(reply);
    };
    const fail = (error?: NodeJS.ErrnoException): void => end({ kind: 'fault', fault: faultNow(error) });
    const timer = setTimeout(fail, sent.timeoutMs);
    request.on('error', fail);
    // The status is the answer: what comes after it, and how much, is not read.
    request.on('response', ({ statusCode = 0, headers }) =>
      end({ kind: 'reply', status: statusCode, retryAfter: headers['retry-after'] }),
    );
    request.end(sent.body);
  });
}

function open(url: URL, { headers, body, signal, toPrivate }: HttpRequest): ClientRequest {
  const options: RequestOptions = {
    method: 'POST',
    headers: { ...headers, 'content-length': Buffer.byteLength(body), connection: 'close' },
    signal,
    maxHeaderSize: 16_384,
    lookup: toPrivate ? resolve : publicOnly,
  };
  if (url.protocol === 'http:') return http(url, { ...options, agent: new HttpAgent() });
  return https(url, { ...options, agent: new HttpsAgent(), rejectUnauthorized: true, minVersion: 'TLSv1.2' });
}

/** Asked when the connection is made: a name that led elsewhere when it was checked leads nowhere now (DNS rebinding). */
const publicOnly: LookupFunction = (hostname, options, done) => {
  resolve(hostname, { ...options, all: true }, (error, found) => {
    if (error !== null) return done(error, []);
    if (found.some(({ address }) => isPrivateAddress(address)))
      return done(Object.assign(new Error('private'), { code: PRIVATE }), []);
    if (options.all === true) return done(null, found);
    const [first] = found;
    return first === undefined ? done(new Error('none'), []) : done(null, first.address, first.family);
  });
};

const PRIVATE = 'PAWL_PRIVATE';
const DNS: ReadonlySet<string> = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_FAIL', 'EAI_NODATA', 'EAI_NONAME']);

/** Says what a failure is by how far the request had come, as every version of Node calls the errors otherwise. */
function watchWay(request: ClientRequest, isTls: boolean): (error: NodeJS.ErrnoException | undefined) => HttpFault {
  let way: HttpFault = 'unreachable';
  request.on('socket', (socket) => {
    socket.once('connect', () => (way = isTls ? 'tls' : 'no-answer'));
    if (socket instanceof TLSSocket) socket.once('secureConnect', () => (way = 'no-answer'));
  });
  return (error) => {
    if (error?.code === PRIVATE) return 'private';
    return way === 'unreachable' && DNS.has(error?.code ?? '') ? 'dns' : way;
  };
}
