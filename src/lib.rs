//! homeroom turns a folder of Markdown into a site for teachers.
//!
//! **A site is a pure function from files to files**: a [`source::Tree`] (path → bytes) goes in,
//! [`output::Outputs`] (path → bytes, each computed when somebody asks) come out, and findings come
//! along as values.
//!
//! ```text
//!      edge                       core: pure, total, silent                          edge
//! site.yaml          Tree ─parse→ Document ─assemble→ Site ─┬─ check ─→ findings
//! content/  ─scan→   path→source   per file       meaning   └─ plan ──→ Outputs ─commit→ public/
//! themes/                                                      render(site, claim) when asked
//! ```
//!
//! 1. [`disk::scan`] reads the folder into a tree. Texts are in memory, assets are known by digest,
//!    length and image header; their bytes stay on the disk.
//! 2. [`parse::document::parse`] turns one text into one document: fields that know where they stand,
//!    and the facts of the body. A document depends on its path and text only and is remembered by
//!    them ([`build::memo`]).
//!    So does [`model::table::read`] for each row of a table, which is a document with the path that it
//!    would have as a file.
//! 3. [`model::assemble::assemble`] types the fields and gives documents their meaning together: an
//!    immutable [`model::site::Site`] with entries, routes, terms, sections, and links both ways.
//! 4. [`check::check`] runs the registered rules. Every finding that depends on content is raised
//!    before anything is rendered.
//! 5. [`build::plan::plan`] lists every output with what makes it. Names never depend on computed bytes.
//! 6. [`disk::commit`] asks for the outputs in parallel, writes what differs beside the published
//!    folder, and swaps the two. With any error nothing is written. Pictures are made once and kept
//!    ([`disk::pictures`]).
//!
//! `homeroom serve` goes the same way to the outputs and stops before the last step: [`watch`] hints at
//! edits, [`disk::rescan`] brings the tree up to date, and [`serve`] makes the bytes that a browser asks
//! for. What it serves is what a build writes, and one constant script at the end of each page.
//!
//! # Floors
//!
//! A module uses only floors below its own; neighbours on a floor do not know each other.
//!
//! ```text
//! 10  main
//!  9  cli                                  the only one that sees both core and edges
//!  8  build                                where the stages meet: memo, plan
//!  7  cards   check   render   search   feed   neighbours
//!  6  model                                collections, routes, entries, sites
//!  5  parse   print │ disk   serve   watch texts, paper │ edges that know values only, and not each other
//!  4  output
//!  3  diagnostic
//!  2  source
//!  1  path   digest   day   image   colour   portion
//! ```
//!
//! Cards are one more way from a `Site` to outputs: [`cards`] says what stands on each card, in the words of the theme,
//! and [`print`](mod@print) fits it, lays it on sheets and writes PDFs and drawings. Both come before the checks, which ask
//! whether the text of a card fits.
//!
//! # Invariants, and what holds each
//!
//! - A module uses only floors below its own, and each third-party format has one door: the `floors` test.
//! - Only `disk` touches files; only `cli` reads the environment and the day; the edges use clocks for
//!   waiting alone: clippy's `disallowed-methods`.
//! - What is served is what is built, and the script: the law test over a running server.
//! - The core does not fail, print or log; every stage gives a value and its findings: clippy's
//!   `unwrap_used`, `panic`, `print_stdout`, `print_stderr`.
//! - Findings that depend on content come from before rendering: the golden site with errors.
//! - The day is an input and the only clock: clippy, and the `command` test in two time zones.
//! - Same tree, same options → same bytes, whatever is remembered, on any number of threads, in any
//!   folder: the `law` test, the `command` test, clippy's `iter_over_hash_type`.
//! - Cards lie where their stock is cut, backs behind fronts, and their text is what was written: `tests/paper`, which
//!   reads the PDFs back. What the browser prints of chosen cards lies there too: `chosen.test.mjs`.
//! - What is kept of pictures changes nothing but time, and the same picture gives the same bytes on every
//!   machine: the `pictures`, `faults` and `cuts` tests.
//! - Only [`model::route::Route`] makes addresses, and route ↔ path is one to one: its law test.
//! - Templates get plain data and nothing that reaches out: no such function is registered.
//! - Nothing is published while there is an error, and we remove only what we wrote: the `disk_*` and
//!   `faults` tests.
//! - The script of search cuts what is typed into the words that the index has: one list of cases for both, in
//!   `tests/data/search-words.json`.
//! - A statement says what the checks find and what pages keep: the `statements` test, and the one table in
//!   [`render::kept`], to which the theme's scripts are held.
//! - Every code has its documentation, a case, and a name of its own: the `checks` test.
//! - No raw HTML beyond a short list, no scheme beyond four, no script of an author's: the `markdown`
//!   property test.
//!
//! # What costs what, to add
//!
//! - A rule: one file in `check/rules/`, one case in `tests/checks/`, one line in [`check::RULES`].
//! - A collection: one file in `model/collections/`, one line in its registry, a template that has its name.
//!   What `explain`, `new` and the JSON Schema say of it follows from its comments; a new site has an example
//!   of it in `cli/init/files`.
//! - A component: one file in `model/components/` and one in `render/components/`, one line in the table of
//!   [`model::components`]. What `explain` says of it follows from its comments.
//! - A card stock: one row in [`print::stock`].
//! - A layout of cards: one file in `cards/layouts/`, a variant of [`model::collections::deck::Layout`].
//! - A kind of page: a variant of [`model::claim::Claim`] and of [`model::route::Place`], a context, a
//!   template.
//! - A look: `theme:` in `site.yaml`, and only the theme files that differ; `static/own.css` lies over the others'
//!   style sheets.

pub mod build;
pub mod cards;
pub mod check;
pub mod cli;
pub mod colour;
pub mod day;
pub mod diagnostic;
pub mod digest;
pub mod disk;
pub mod feed;
pub mod image;
pub mod model;
pub mod output;
pub mod parse;
pub mod path;
pub mod portion;
pub mod print;
pub mod render;
pub mod search;
pub mod serve;
pub mod source;
pub mod watch;
