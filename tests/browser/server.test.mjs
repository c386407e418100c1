// The server of these tests answers as GitHub Pages does, or the tests would prove little.

import assert from "node:assert/strict";
import { test } from "node:test";
import { HUB, published } from "./site.mjs";

const ANSWERS = {
  "": 200,
  "guides/": 200,
  guides: 301,
  "guides/?a=b": 200,
  "guides/index": 200,
  "guides/index.html": 200,
  "Guides/": 404,
  "guides/Index.html": 404,
  "404.html": 200,
  nothing: 404,
  "%": 400,
  "%2e%2e/%2e%2e/etc/passwd": 404,
  "../": 404,
};

test("the server answers as GitHub Pages does", async (t) => {
  const site = await published(HUB, "/repo/");
  t.after(site.close);
  for (const [path, status] of Object.entries(ANSWERS)) {
    const response = await fetch(site.url + path, { redirect: "manual" });
    assert.equal(response.status, status, path);
    await response.arrayBuffer();
  }
});
