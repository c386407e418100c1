// A small server on loopback that answers as GitHub Pages does: the index of a folder, a redirect
// to a folder named without its slash, exact letter case, `404.html` for everything else; texts are
// compressed and may be kept for ten minutes.

import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { gzipSync } from "node:zlib";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".pdf": "application/pdf",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
  ".xml": "application/xml",
};

/**
 * Serves below `base`, such as `/` or `/repo/`, whatever `show` is given.
 * The address is known before there is a site, as a build wants to be told it.
 * @param {string} base
 */
export async function serve(base) {
  let folder = "";
  let files = new Set();
  const server = createServer(async (request, response) => {
    const { status, file, location } = find(base, files, request);
    if (location) return response.writeHead(status, { location }).end();
    if (!file) return response.writeHead(status, { "content-type": "text/plain" }).end("nothing is here");
    const body = await readFile(join(folder, file));
    const type = TYPES[extname(file)] ?? "application/octet-stream";
    const isPacked = /^text|json|xml/.test(type) && /\bgzip\b/.test(request.headers["accept-encoding"] ?? "");
    const headers = { "content-type": type, vary: "Accept-Encoding", "cache-control": "max-age=600" };
    response.writeHead(status, isPacked ? { ...headers, "content-encoding": "gzip" } : headers);
    response.end(request.method === "HEAD" ? undefined : isPacked ? gzipSync(body) : body);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}${base}`,
    /** @param {string} where @param {string[]} what the paths of its files, in their letter case */
    show(where, what) {
      folder = where;
      files = new Set(what);
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

/** What a request is answered with: a file, or another address. */
function find(base, files, request) {
  let path;
  try {
    path = decodeURIComponent(new URL(request.url, "http://127.0.0.1").pathname);
  } catch {
    return { status: 400 };
  }
  if (!["GET", "HEAD"].includes(request.method)) return { status: 405 };
  if (!path.startsWith(base)) return { status: 404 };
  const name = path.slice(base.length);
  const index = `${name}index.html`;
  if (name === "" || name.endsWith("/")) {
    if (files.has(index)) return { status: 200, file: index };
  } else {
    if (files.has(name)) return { status: 200, file: name };
    if (files.has(`${name}.html`)) return { status: 200, file: `${name}.html` };
    if (files.has(`${name}/index.html`)) return { status: 301, location: `${encodeURI(path)}/` };
  }
  return { status: 404, file: files.has("404.html") ? "404.html" : undefined };
}
