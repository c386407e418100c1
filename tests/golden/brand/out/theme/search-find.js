"use strict";
{
const { load } = /** @type {Files} */ (/** @type {any} */ (globalThis).homeroomFiles);
const PART = "[\\p{Alphabetic}\\p{M}\\p{N}]";
const APOSTROPHE = /['\u2019\u02bc\uff07]/u;
const UNSPACED = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\u{20000}-\u{3ffff}]/u;
const LONE = new RegExp(`${PART}+(?:['\u2019\u02bc\uff07\u00ad\u200c\u200d]+${PART}+)*`, "gu");
const USUAL = { ß: "ss", æ: "ae", œ: "oe", þ: "th", ø: "o", ł: "l", đ: "d", ð: "d", ı: "i", ς: "σ", ٱ: "ا", ى: "ي", ی: "ي", ة: "ه", ک: "ك", ـ: "" };
"٠١٢٣٤٥٦٧٨٩".split("").forEach((digit, at) => (USUAL[digit] = `${at}`));
"۰۱۲۳۴۵۶۷۸۹".split("").forEach((digit, at) => (USUAL[digit] = `${at}`));
const folded = (text) => {
if (/^[a-z\d]+$/i.test(text)) return [text.slice(0, 64).toLowerCase()];
const letters = text.toLowerCase().normalize("NFKD").match(/[\p{Alphabetic}\p{N}]/gu) ?? [];
const plain = letters.filter((letter) => !/\p{M}/u.test(letter)).map((letter) => USUAL[letter] ?? letter);
const words = [];
let run = "";
const end = () => {
const all = [...run];
if (all.length === 0) return;
if (!UNSPACED.test(run)) words.push([...run.replace(/^(?:[وبكف]?ال|لل)(?=.{3})/u, "")].slice(0, 64).join(""));
else if (all.length === 1) words.push(run);
else all.slice(1).forEach((letter, at) => words.push(all[at] + letter));
run = "";
};
for (const letter of plain.join("")) {
if (run && UNSPACED.test(run) !== UNSPACED.test(letter)) end();
run += letter;
}
end();
return words;
};
const written = (text) =>
[...text.matchAll(LONE)].flatMap(({ 0: word, index = 0 }) => {
const at = word.search(APOSTROPHE);
const both = at > 0 && [...word.slice(0, at)].length <= 2 ? [word.slice(0, at), word.slice(at + 1)] : [word];
return both.map((one, number) => ({ words: folded(one), start: number ? index + at + 1 : index, end: number || both.length < 2 ? index + word.length : index + at }));
});
const numbers = (text) => {
const all = [];
let number = 0;
let by = 1;
for (let at = 0; at < text.length; at++) {
const code = text.charCodeAt(at) - 35;
const digit = code > 57 ? code - 1 : code;
number += digit * by;
by *= 45;
if (digit < 45) {
all.push(number);
number = 0;
by = 1;
}
}
return all;
};
const WEIGHTS = { guide: 1.15, policy: 1.15, deck: 0.75, thought: 0.8 };
const indexOf = (entry) => {
const { version, words: shards, each } = entry;
const parts = numbers(entry.parts);
const lengths = numbers(entry.lengths).map((length) => 2 ** (length / 4));
const mean = lengths.reduce((sum, length) => sum + length, 0) / (lengths.length || 1);
const thingOf = [];
const starts = [];
parts.forEach((count, thing) => {
starts.push(thingOf.length);
for (let part = 0; part < count; part++) thingOf.push(thing);
});
const facets = entry.facets.map((facet) => ({ ...facet, of: numbers(facet.of).map((set) => facet.sets[set] ?? []) }));
const file = (name) => load(name, version);
const shard = async (word) => {
let hash = 0x811c9dc5;
const first = [...word].slice(0, 3).join("");
for (let at = 0; at < first.length; at++) hash = Math.imul(hash ^ first.charCodeAt(at), 0x01000193) >>> 0;
const value = await file(`words/${hash % shards}`);
if (!value.byWord) {
value.groups = value[0].map((/** @type {string} */ group) => group.split(" "));
value.byWord = new Map();
let at = 0;
value.groups.forEach((/** @type {string[]} */ group) => group.forEach((one) => value.byWord.set(one, { group, postings: value[1][at++], places: null })));
}
return value;
};
const places = async (word) => {
const found = (await shard(word)).byWord.get(word);
if (!found) return [];
if (!found.places) {
const all = numbers(found.postings.replace(/^~/, ""));
found.places = [];
for (let at = 0, part = 0; at < all.length; at += 3) {
part += all[at];
const thing = thingOf[part];
found.places.push({ thing, part: part - starts[thing], fields: Math.floor(all[at + 1] / 5), times: all[at + 1] % 5, first: all[at + 2] });
}
}
return found.places;
};
const card = async (thing) => (await file(`cards/${Math.floor(thing / each)}`))[thing % each];
const kinds = facets.find(({ name }) => name === "kind");
const weight = (thing) => (kinds && WEIGHTS[kinds.values[kinds.of[thing][0]]?.[0]]) ?? 1;
return { weight, facets, lengths, mean, count: parts.length, shard, places, card, file, read: numbers };
};
const distance = (one, other, most) => {
if (Math.abs(one.length - other.length) > most) return most + 1;
let [older, old] = [/** @type {number[]} */ ([]), Array.from({ length: other.length + 1 }, (_, at) => at)];
for (let row = 1; row <= one.length; row++) {
const line = [row];
for (let at = 1; at <= other.length; at++) {
const same = one[row - 1] === other[at - 1];
line[at] = Math.min(old[at] + 1, line[at - 1] + 1, old[at - 1] + (same ? 0 : 1));
if (row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1]) line[at] = Math.min(line[at], older[at - 2] + 1);
}
[older, old] = [old, line];
if (Math.min(...line) > most) return most + 1;
}
return old[other.length];
};
const allowed = (letters) => (letters >= 8 ? 2 : letters >= 4 ? 1 : 0);
const shared = (one, other) => {
let at = 0;
while (at < one.length && one[at] === other[at]) at++;
return at;
};
const meaning = async (index, word, typed, isOpen) => {
const { byWord } = await index.shard(word);
const words = new Map();
const exact = byWord.get(word);
let isCommon = false;
let taken = null;
const add = (all, weight) => all.forEach((one) => words.set(one, Math.max(words.get(one) ?? 0, weight)));
if (exact) {
add(exact.group, 0.8);
add([word], 1);
isCommon = exact.postings.startsWith("~");
}
if (isOpen || !exact) {
const longer = [...byWord.keys()].filter((one) => one.startsWith(word) && one !== word);
add(longer, exact ? 0.3 : 0.6);
}
if (words.size > 0) return { words, taken, isCommon };
const near = [...byWord.keys()]
.map((one) => ({ one, same: shared(one, word) }))
.filter(({ one, same }) => same >= 4 && word.length - same <= 4 && one.length - same <= (same > 5 ? 6 : 4))
.map(({ one, same }) => ({ one, same, apart: distance(one, word, 5) }))
.sort((a, b) => a.apart - b.apart || b.same - a.same);
const spelling = allowed(typed) > 0 ? await index.file("spelling") : null;
const corrected = spelling ? corrections(spelling, word, allowed(typed)) : [];
const form = near[0];
if (form && (!corrected[0] || form.apart <= corrected[0].apart || (corrected[0].apart > 1 && form.same > 4 && word.length - form.same < 4))) {
add(byWord.get(form.one)?.group ?? [], 0.65);
taken = form.one;
}
for (const { word: right } of corrected.slice(0, 2)) {
const found = (await index.shard(right)).byWord.get(right);
if (!found) continue;
add(found.group, 0.45);
add([right], 0.55);
taken ??= right;
}
return { words, taken, isCommon };
};
const corrections = (spelling, word, most) => {
if (!spelling.all) {
let before = "";
const often = numbers(spelling[1]);
spelling.all = spelling[0].split(" ").map((/** @type {string} */ packed, /** @type {number} */ at) => {
const code = packed.charCodeAt(0) - 35;
before = [...before].slice(0, code > 57 ? code - 1 : code).join("") + packed.slice(1);
return { word: before, often: often[at] ?? 0 };
});
}
return spelling.all
.map((/** @type {{ word: string, often: number }} */ one) => ({ ...one, apart: distance(word, one.word, most) }))
.filter((/** @type {{ apart: number }} */ { apart }) => apart <= most)
.map((/** @type {{ word: string, often: number, apart: number }} */ one) => ({ ...one, rank: one.apart * 12 - one.often / 4 - shared(one.word, word) + (one.word[0] === word[0] ? 0 : 5) }))
.sort((/** @type {{ rank: number }} */ a, /** @type {{ rank: number }} */ b) => a.rank - b.rank);
};
const ask = async (index, query) => {
const asked = query.slice(0, 200);
const typed = written(asked);
const last = typed[typed.length - 1];
const isOpen = last !== undefined && last.end === asked.length && asked.length === query.length;
const each = typed.flatMap(({ words, start, end }) => words.map((word) => ({ word, letters: end - start }))).slice(0, 12);
const all = each.map(({ word }) => word);
const meanings = await Promise.all(each.map(({ word, letters }, at) => meaning(index, word, letters, isOpen && at === all.length - 1)));
const hits = new Map();
let total = 0;
for (const [at, { words, isCommon }] of meanings.entries()) {
const things = new Map();
const spots = [];
for (const [word, weight] of words) for (const place of await index.places(word)) spots.push({ ...place, weight });
for (const { thing, fields, times, weight } of spots) {
const tf = weight * (times + (fields & 1 ? 6 : 0) + (fields & 2 ? 3 : 0) + (fields & 4 ? 3 : 0) + (fields & 8 ? 2 : 0));
const known = things.get(thing) ?? { tf: 0, best: 0 };
things.set(thing, { tf: known.tf + tf, best: Math.max(known.best, weight * (fields & 1 ? 1 : fields & 2 ? 0.35 : 0)) });
}
if (things.size === 0) continue;
const idf = isCommon ? 0.1 : Math.log(1 + (index.count - things.size + 0.5) / (things.size + 0.5));
total += idf;
for (const [thing, { tf, best }] of things) {
const scaled = tf / (0.5 + (0.5 * index.lengths[thing]) / index.mean);
const hit = hits.get(thing) ?? { score: 0, idf: 0, parts: new Map() };
hit.score += idf * ((2.2 * scaled) / (1.2 + scaled) + 1.4 * best);
hit.idf += idf;
hits.set(thing, hit);
}
for (const { thing, part, fields, times, first, weight } of spots) {
const hit = hits.get(thing);
if (!hit) continue;
const known = hit.parts.get(part) ?? { score: 0, at: new Map() };
known.score += idf * weight * (Math.min(times, 3) + (fields & 2 ? 4 : 0) + (fields & 1 ? 5 : 0) + (fields & 8 ? 1 : 0));
known.at.set(at, first);
hit.parts.set(part, known);
}
}
const results = [];
for (const [thing, { score, idf, parts }] of hits) {
let close = 0;
let best = { part: 0, score: -1 };
for (const [part, { score: own, at }] of parts) {
for (const [word, first] of at) {
const next = at.get(word + 1);
if (next === undefined) continue;
const apart = Math.abs(next - first);
close = Math.max(close, next - first === 1 ? 1 : apart < 6 ? 0.5 : 0.25);
}
const sum = own * (1 + at.size);
if (sum > best.score || (sum === best.score && part < best.part)) best = { part, score: sum };
}
const covered = total > 0 ? idf / total : 1;
results.push({ thing, part: best.part, score: (score + close * 1.5) * covered * covered * index.weight(thing) });
}
results.sort((a, b) => b.score - a.score || a.thing - b.thing);
const top = results[0]?.score ?? 0;
const taken = meanings.map(({ taken }, at) => taken ?? all[at]);
return {
results: results.filter(({ score }) => score > top / 12),
taken: meanings.some(({ taken }) => taken) ? taken.join(" ") : null,
missing: all.filter((word, at) => meanings[at].words.size === 0 && !(isOpen && at === all.length - 1 && word.length < 3)),
words: new Set(meanings.flatMap(({ words }) => [...words.keys()])),
};
};
Object.assign(globalThis, { homeroomFind: { indexOf, ask, written } });
}
