//! `homeroom cards`: PDFs of decks, of the site's own or asked for on the command line.

mod narrow;
mod order;
mod stocks;

use std::path::{Path, PathBuf};

use clap::Args;

use crate::build::memo::Memo;
use crate::build::{self, Assembled, Options, cards as made};
use crate::cards::wanted::{self, Wanted};
use crate::cards::{Printed, findings};
use crate::cli::report::{complain, counted, failed, say};
use crate::cli::{CONTENT, FINE, USAGE, base_url, day, length_pair};
use crate::day::Day;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::code::Severity;
use crate::diagnostic::nearest::nearest;
use crate::diagnostic::show::{Form, show};
use crate::diagnostic::text::line;
use crate::disk::export::{export, is_folder};
use crate::disk::scan::scan;
use crate::model::assemble::{self, Drafts, Future};
use crate::model::collections::Detail;
use crate::model::collections::deck::Deck;
use crate::model::config::{self, BaseUrl};
use crate::model::entry::Entry;
use crate::model::language::Language;
use crate::model::route::Edition;
use crate::parse::typed::Step;
use crate::path::SitePath;
use crate::print::deck::Copies;
use crate::print::geometry::Size;
use order::Order;

/// What a PDF begins with.
const PDF: &[u8] = b"%PDF-";

/// What `homeroom cards` is told.
#[derive(Debug, Args)]
pub struct CardsArgs {
    /// Decks of the site by their file names, such as belonging; without one, a deck is put together here
    #[arg(value_name = "DECK")]
    decks: Vec<String>,
    /// List the stocks with their names and sizes
    #[arg(long)]
    stocks: bool,
    #[command(flatten)]
    order: Order,
    /// Move all that is printed, in millimeters to the right and down
    #[arg(long, value_name = "X,Y", value_parser = length_pair, allow_hyphen_values = true)]
    offset: Option<Size>,
    /// Move what is printed on backs, beside that
    #[arg(long, value_name = "X,Y", value_parser = length_pair, allow_hyphen_values = true)]
    back_offset: Option<Size>,
    /// Print the test sheet, which shows what a printer is off by
    #[arg(long)]
    test_sheet: bool,
    /// The file to write, or the folder where there are several decks [default: the deck's name]
    #[arg(short, long, value_name = "FILE", value_hint = clap::ValueHint::FilePath)]
    output: Option<PathBuf>,
    /// The folder of the site
    #[arg(long, value_name = "DIR", default_value = ".", value_hint = clap::ValueHint::DirPath)]
    root: PathBuf,
    /// The full address the site is published at, for codes
    #[arg(long, value_name = "URL", value_parser = base_url)]
    base_url: Option<BaseUrl>,
    /// Include drafts
    #[arg(short = 'D', long)]
    drafts: bool,
    /// As if it were this day (year-month-day)
    #[arg(long, value_name = "DATE", value_parser = day)]
    today: Option<Day>,
    /// Say nothing but what is wrong
    #[arg(short, long)]
    quiet: bool,
}

/// A deck to print, and where.
struct Job<'a> {
    name: String,
    title: String,
    language: &'a Language,
    deck: Deck,
    entry: Option<&'a Entry>,
}

/// Writes what was asked for and gives the exit code.
#[expect(clippy::disallowed_methods, reason = "only the command line asks for the day")]
pub fn cards(args: &CardsArgs) -> u8 {
    let scanned = match scan(&args.root) {
        Ok(scanned) => scanned,
        // The known stocks need no site.
        Err(_) if args.stocks => {
            say(&stocks::listed(&[]));
            return FINE;
        }
        Err(error) => return failed(&error),
    };
    let publish = assemble::Options {
        drafts: if args.drafts { Drafts::Publish } else { Drafts::Hold },
        future: Future::Hold,
        today: args.today.unwrap_or_else(Day::today),
        base_url: args.base_url.clone(),
    };
    let options = Options { publish, edition: Edition::Web };
    let assembled = build::assemble(scanned.tree, scanned.findings, &mut Memo::default(), &options);
    if args.stocks {
        say(&stocks::listed(&assembled.site.settings.stocks));
        return FINE;
    }
    let found = assembled.check();
    match jobs(args, &assembled).and_then(|jobs| jobs.iter().try_for_each(|job| print(args, &assembled, &found, job))) {
        Ok(()) => FINE,
        Err(code) => code,
    }
}

/// Says what is wrong with what a deck is made of: the configuration, the theme, its own file and its prompts'.
fn concerned(assembled: &Assembled, findings: &[Diagnostic], job: &Job<'_>, wanted: &Wanted<'_>) -> Result<(), u8> {
    let site = &assembled.site;
    let made_of = wanted.prompts.iter().chain(&wanted.policies).map(|at| site.entry(*at)).chain(job.entry);
    let files: Vec<&SitePath> = made_of.map(|entry| entry.document.file()).collect();
    let concerns = |finding: &&Diagnostic| {
        let Some(at) = &finding.at else { return false };
        let is_around = at.file.as_str() == config::FILE || at.file.below("themes").is_some();
        finding.severity == Severity::Error && (is_around || files.contains(&&at.file))
    };
    // What follows from the command line is told for itself.
    let own = |finding: &&Diagnostic| !findings::CODES.iter().any(|code| code.name == finding.code.name);
    let found: Vec<Diagnostic> = findings.iter().filter(concerns).filter(own).cloned().collect();
    complain(&show(&found, Form::Human, &|path| assembled.text(path)));
    if found.is_empty() { Ok(()) } else { Err(CONTENT) }
}

/// The decks that are to be printed.
fn jobs<'a>(args: &CardsArgs, assembled: &'a Assembled) -> Result<Vec<Job<'a>>, u8> {
    let site = &assembled.site;
    args.order.known(site).map_err(|said| usage(&said))?;
    if args.decks.is_empty() {
        if !args.order.says_something() && !args.test_sheet {
            return Err(usage(
                "error: nothing says what is to be printed\n  help: name a deck of the site (`homeroom list decks`), or say what is on it, such as --theme belonging\n",
            ));
        }
        let language = args.order.language(site);
        let deck = args.order.deck(site).map_err(|said| usage(&said))?;
        let title = args.order.title(assembled, language);
        return Ok(vec![Job { name: args.order.name(), title, language, deck, entry: None }]);
    }
    if let Some(flag) = args.order.asks_for_prompts() {
        return Err(usage(&format!(
            "error: {flag} chooses prompts, and a deck of the site has its own\n  help: leave {flag} out, or leave the deck's name out\n"
        )));
    }
    let jobs: Vec<Job<'a>> = args.decks.iter().map(|name| named(args, assembled, name)).collect::<Result<_, u8>>()?;
    let twice = jobs.iter().enumerate().find(|(at, job)| jobs[..*at].iter().any(|other| other.name == job.name));
    match twice {
        Some((_, job)) => {
            Err(usage(&format!("error: the deck \"{}\" is named twice\n  help: name it once\n", job.name)))
        }
        None => Ok(jobs),
    }
}

/// The deck of the site called `name`, with what the command line says otherwise.
fn named<'a>(args: &CardsArgs, assembled: &'a Assembled, name: &str) -> Result<Job<'a>, u8> {
    let site = &assembled.site;
    let wanted = name.replace('\\', "/");
    let wanted = wanted.trim_end_matches(".md").trim_start_matches("content/").trim_start_matches("cards/");
    let language = args.order.language(site);
    let of = |entry: &'a Entry| match &*entry.detail {
        Detail::Deck(deck) => Some((entry, entry.id.strip_prefix("cards/").unwrap_or(&entry.id), deck)),
        _ => None,
    };
    let decks = || site.entries.iter().filter_map(|entry| of(entry));
    let last = |id: &'a str| id.rsplit('/').next().unwrap_or(id);
    // `name.es` is the Spanish one; else the one in the language that is asked for, or the site's own.
    let told =
        wanted.rsplit_once('.').filter(|(_, code)| site.settings.languages.iter().any(|one| one.code() == *code));
    let (wanted, code) = told.map_or((wanted, language.code()), |(wanted, code)| (wanted, code));
    let whole: Vec<_> = decks().filter(|(_, id, _)| *id == wanted).collect();
    let found = if whole.is_empty() { decks().filter(|(_, id, _)| last(id) == wanted).collect() } else { whole };
    let mut ids: Vec<&str> = found.iter().map(|(_, id, _)| *id).collect();
    ids.dedup();
    if ids.len() > 1 {
        let said = format!(
            "error: there are several decks \"{}\"\n  help: name one of them: {}\n",
            line(wanted),
            ids.join(", ")
        );
        return Err(usage(&said));
    }
    let in_language = found.iter().find(|(entry, ..)| entry.language.code() == code);
    let Some((entry, id, deck)) = in_language.or_else(|| found.first()).copied() else {
        let help = match nearest(wanted, decks().map(|(_, id, _)| id)) {
            Some(near) => format!("did you mean \"{near}\"?"),
            None => {
                "`homeroom list decks` shows them all; a deck is a file in content/cards/, and -D takes drafts, too"
                    .to_owned()
            }
        };
        return Err(usage(&format!("error: there is no deck \"{}\"\n  help: {help}\n", line(wanted))));
    };
    let deck = args.order.over(site, deck).map_err(|said| usage(&said))?;
    Ok(Job {
        name: id.replace('/', "-"),
        title: entry.common.title.clone(),
        language: &entry.language,
        deck,
        entry: Some(entry),
    })
}

/// Lays a deck on its sheets and writes its PDF.
fn print(args: &CardsArgs, assembled: &Assembled, found: &[Diagnostic], job: &Job<'_>) -> Result<(), u8> {
    let site = &assembled.site;
    let wanted = match job.entry.and_then(|entry| wanted::of_entry(site, entry)) {
        Some(wanted) => Wanted { deck: &job.deck, ..wanted },
        None => Wanted {
            title: job.title.clone(),
            language: job.language,
            deck: &job.deck,
            prompts: job.deck.from.as_ref().map(|query| query.select(site, job.language)).unwrap_or_default(),
            policies: args.order.policies(site).map_err(|said| usage(&said))?,
        },
    };
    concerned(assembled, found, job, &wanted)?;
    if job.deck.layout.needs_prompts() && wanted.prompts.is_empty() && !args.test_sheet {
        let help = match &job.deck.from {
            Some(query) if job.entry.is_none() => narrow::emptied(site, query, job.language),
            Some(_) => "`from:` in the deck's file means no prompt: leave a part of it out".to_owned(),
            None => "none of the prompts in `cards:` is published; -D takes drafts, too".to_owned(),
        };
        complain(&format!("error: no prompt of the library is on these cards\n  help: {help}\n"));
        return Err(CONTENT);
    }
    let Some(mut deck) = made::deck(assembled, &wanted) else {
        let stock = line(&job.deck.stock);
        let help = "name one with --stock; `homeroom cards --stocks` lists them";
        return Err(usage(&format!("error: \"{stock}\" is no stock that can be printed on\n  help: {help}\n")));
    };
    deck.0.setup.offset = args.offset.unwrap_or(deck.0.setup.offset);
    deck.0.setup.back_offset = args.back_offset.unwrap_or(deck.0.setup.back_offset);
    let printed = made::laid(assembled, deck);
    if printed.deck.cards.is_empty() && !args.test_sheet {
        complain(
            "error: nothing is on this sheet: the policy has nothing for its layout\n  help: name another policy with --policy\n",
        );
        return Err(CONTENT);
    }
    // A test sheet is how one finds out by how much a printer is off.
    if !args.test_sheet {
        told(args, assembled, job, &printed)?;
    }
    let bytes = made::written(assembled, &printed, args.test_sheet).map_err(|said| {
        complain(&format!("error: the PDF could not be made: {}\n", line(&said)));
        super::BUG
    })?;
    let place = place(args, job)?;
    export(&place, &bytes, PDF).map_err(|error| failed(&error))?;
    if !args.quiet {
        say(&summary(&printed, &place, args.test_sheet));
    }
    Ok(())
}

/// Says what is wrong with a deck; with an error nothing is written.
fn told(args: &CardsArgs, assembled: &Assembled, job: &Job<'_>, printed: &Printed) -> Result<(), u8> {
    let site = &assembled.site;
    let prompts = if job.entry.is_some_and(|entry| entry.has_own("cards")) { "cards" } else { "from" };
    // What a flag says stands in no file.
    let is_flag = |path: &[Step]| args.order.stock_is_told() && path.first() == Some(&Step::Key("stock".to_owned()));
    let places = |path: &[Step]| job.entry.filter(|_| !is_flag(path)).map(|entry| entry.place(path));
    let found = findings::of_deck(site, &job.deck, printed, prompts, &places);
    let allowed = |finding: &&Diagnostic| {
        job.entry.is_none_or(|entry| !entry.common.allow.iter().any(|code| code == finding.code.name))
    };
    let found: Vec<Diagnostic> = found.iter().filter(allowed).cloned().collect();
    complain(&show(&found, Form::Human, &|path| assembled.text(path)));
    if found.iter().any(|finding| finding.severity == Severity::Error) { Err(CONTENT) } else { Ok(()) }
}

/// Where the PDF of a deck goes.
fn place(args: &CardsArgs, job: &Job<'_>) -> Result<PathBuf, u8> {
    let name = format!("{}{}.pdf", job.name, if args.test_sheet { "-test-sheet" } else { "" });
    match &args.output {
        None => Ok(PathBuf::from(name)),
        Some(output) if args.decks.len() > 1 || is_folder(output) => {
            if is_folder(output) {
                return Ok(output.join(name));
            }
            let said = format!(
                "error: \"{}\" is no folder\n  help: several decks go into a folder that is there: -o cards\n",
                line(&output.display().to_string())
            );
            Err(usage(&said))
        }
        Some(output) => Ok(output.clone()),
    }
}

fn summary(printed: &Printed, place: &Path, is_test: bool) -> String {
    let shown = line(&place.display().to_string());
    if is_test {
        return format!("{shown}: the test sheet for {}\n", printed.deck.stock.name());
    }
    let copies = match printed.deck.copies {
        Copies::Each(copies) if copies > 1 => format!(", {copies} of each"),
        Copies::Fill => ", as often as the last sheet has room".to_owned(),
        Copies::Each(_) => String::new(),
    };
    format!(
        "{shown}: {}{copies}, on {} of {}\n",
        counted(printed.deck.cards.len(), "card", "cards"),
        counted(printed.laid.sheets, "sheet", "sheets"),
        printed.deck.stock.name(),
    )
}

fn usage(said: &str) -> u8 {
    complain(said);
    USAGE
}
