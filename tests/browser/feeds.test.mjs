// Feeds and calendars are read by public libraries, and lead to pages that exist.

import { parseFeed } from "@rowanmanning/feed-parser";
import ICAL from "ical.js";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { launch } from "./chromium.mjs";
import { read } from "./html.mjs";
import { built, HUB, SINK } from "./site.mjs";

const BASE = "https://hub.example/at/";
const ATOM = "http://www.w3.org/2005/Atom";
/** A site whose texts are made to break feeds; a file of its own lies where a feed would. */
const HARD = join(HUB, "tests/golden/feeds/in");
const OWN = ["news/feed.xml"];
const SITES = { hub: HUB, "kitchen sink": SINK, "hard texts": HARD };

ICAL.design.strict = true;

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

for (const [name, root] of Object.entries(SITES)) {
  test(`every feed of the ${name} is Atom that a feed reader understands`, async (t) => {
    const site = built(root, BASE);
    t.after(site.close);
    const feeds = site.files.filter((file) => file.endsWith("feed.xml") && !OWN.includes(file));
    assert.ok(feeds.includes("feed.xml"), "the site has a feed");
    for (const file of feeds) {
      const text = readFileSync(join(site.folder, file), "utf8");
      const own = await elements(text);
      assert.equal(own.self, BASE + file, "it knows its own address");
      assert.equal(own.wrong, "", `${file}: ${own.wrong}`);
      const feed = parseFeed(text);
      assert.deepEqual(feed.meta, { type: "atom", version: "1.0" });
      assert.ok(feed.title && feed.authors[0].name && feed.language, file);
      assert.ok(site.files.includes(fileOf(feed.url)), `${file} follows ${feed.url}`);
      const days = feed.items.map(({ updated }) => updated.getTime());
      assert.ok(days.length > 0 && days.length <= 50, `${file} has ${days.length} entries`);
      assert.deepEqual(days, [...days].sort((one, other) => other - one), "the newest comes first");
      assert.equal(feed.updated.getTime(), days[0]);
      assert.equal(new Set(feed.items.map(({ id }) => id)).size, days.length, "an entry stands in it once");
      for (const { title, id, url } of feed.items) {
        assert.ok(title && id === url, `${file}: ${title}`);
        assert.ok(site.files.includes(fileOf(url)), `${file} leads to ${url}`);
      }
    }
  });

  test(`every calendar of the ${name} is one that a calendar program understands`, (t) => {
    const site = built(root, BASE);
    t.after(site.close);
    const calendars = site.files.filter((file) => file.endsWith("calendar.ics"));
    assert.ok(calendars.includes("calendar.ics"), "the site has a calendar");
    for (const file of calendars) {
      const bytes = readFileSync(join(site.folder, file));
      const lines = bytes.toString("utf8").split("\r\n");
      assert.equal(lines.pop(), "", "the last line ends");
      for (const line of lines) {
        assert.ok(Buffer.byteLength(line) <= 75 && !/[\r\n\ufffd]/.test(line), `${file}: ${line}`);
      }
      const calendar = new ICAL.Component(ICAL.parse(bytes.toString("utf8")));
      assert.equal(calendar.getFirstPropertyValue("version"), "2.0");
      assert.ok(calendar.getFirstPropertyValue("prodid"));
      const events = calendar.getAllSubcomponents("vevent").map((event) => new ICAL.Event(event, { strictExceptions: true }));
      assert.ok(events.length > 0);
      assert.equal(new Set(events.map(({ uid }) => uid)).size, events.length, "each event has a name of its own");
      for (const event of events) {
        const stamp = event.component.getFirstPropertyValue("dtstamp");
        assert.ok(stamp && !stamp.isDate && stamp.zone === ICAL.Timezone.utcTimezone, "it says when it was written, in UTC");
        assert.ok(event.summary && event.startDate.isDate, event.uid);
        assert.ok(exists(event.startDate) && exists(event.endDate), `${event.uid}: ${event.startDate} to ${event.endDate}`);
        assert.ok(event.endDate.compare(event.startDate) > 0, "it ends after it began");
        const address = new URL(event.component.getFirstPropertyValue("url"));
        const page = join(site.folder, fileOf(address.href.split("#")[0]));
        const part = decodeURIComponent(address.hash.slice(1));
        // A bare theme has no parts.
        if (part && root !== HARD) assert.ok(read(readFileSync(page, "utf8")).ids.has(part), address.href);
      }
    }
  });
}

test("texts come out of a feed and of a calendar as they were written", (t) => {
  const site = built(HARD, BASE);
  t.after(site.close);
  const feed = parseFeed(readFileSync(join(site.folder, "guides/feed.xml"), "utf8"));
  const door = feed.items.find(({ url }) => url === `${BASE}guides/door/`);
  assert.equal(door.title, '</script><b>Greet & "meet"</b>');
  assert.equal(door.description, "At the door: a name and a smile 🙂");
  assert.deepEqual(door.categories.map(({ label }) => label), ["Trust & care", "daily"]);
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(join(site.folder, "calendar.ics"), "utf8")));
  const events = calendar.getAllSubcomponents("vevent").map((event) => new ICAL.Event(event));
  const days = Object.fromEntries(events.map(({ summary, startDate, endDate }) => [summary, `${startDate} ${endDate}`]));
  assert.equal(days["Review due: Boundaries, at school; and beyond"], "2027-02-28 2027-03-01");
  assert.equal(days["Prioritise, everywhere"], "2026-12-31 2027-03-01");
  assert.equal(days["Review due: A review that is worked out"], "2027-02-28 2027-03-01");
  const long = "Each classroom has a plan that names every student by name, and says who looks after whom: ñandú, مرحبا, 🙂";
  assert.equal(days[`Milestone: ${long}`], "2027-02-01 2027-02-02");
  assert.ok(!Object.keys(days).some((summary) => summary.includes("Replaced")), "what was replaced is not reviewed");
});

/** The file at a full address. */
function fileOf(address) {
  assert.ok(address.startsWith(BASE), address);
  return decodeURIComponent(address.slice(BASE.length)).replace(/(^|\/)$/, "$1index.html");
}

/** Whether the days of a calendar have this one. */
function exists({ year, month, day }) {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** What a feed must have by RFC 4287 and lacks, read by the browser's own parser of XML. */
async function elements(xml) {
  const page = await browser.newPage();
  const found = await page.evaluate(
    ({ text, atom }) => {
      const document = new DOMParser().parseFromString(text, "application/xml");
      const broken = document.querySelector("parsererror")?.textContent;
      const feed = document.documentElement;
      if (broken || feed.localName !== "feed" || feed.namespaceURI !== atom) return { wrong: broken ?? "it is no feed" };
      const own = (parent, name) => [...parent.children].filter((one) => one.namespaceURI === atom && one.localName === name);
      const link = (parent, rel) => own(parent, "link").filter((one) => one.getAttribute("rel") === rel);
      const wrong = [];
      for (const parent of [feed, ...own(feed, "entry")]) {
        for (const name of ["id", "title", "updated"]) {
          if (own(parent, name).length !== 1 || !own(parent, name)[0].textContent.trim()) wrong.push(`${parent.localName} without one ${name}`);
        }
        for (const day of [...own(parent, "updated"), ...own(parent, "published")]) {
          if (!/^\d{4}-\d\d-\d\dT00:00:00Z$/.test(day.textContent)) wrong.push(`"${day.textContent}" is no instant`);
        }
        if (link(parent, "alternate").length !== 1) wrong.push(`${parent.localName} without its page`);
      }
      if (own(feed, "author").length === 0) wrong.push("a feed without an author");
      return { wrong: wrong.join("\n"), self: link(feed, "self")[0]?.getAttribute("href") };
    },
    { text: xml, atom: ATOM },
  );
  await page.close();
  return found;
}
