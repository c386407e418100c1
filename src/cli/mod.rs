//! The command line: the only part that sees both the core and the edges.
//!
//! Exit codes: 0 fine, 1 the content has errors, 2 usage or configuration, 3 the environment,
//! 70 a bug of ours, 130 and 143 for signals.

mod build;
mod cards;
mod clean;
mod completions;
mod explain;
mod init;
mod list;
mod new;
mod report;
mod serve;
mod signals;
mod translated;

use std::net::IpAddr;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::day::Day;
use crate::diagnostic::show::Form;
use crate::model::config::BaseUrl;
use crate::model::paper;
use crate::print::geometry::Size;

/// Fine.
pub const FINE: u8 = 0;
/// The content has errors.
pub const CONTENT: u8 = 1;
/// The command or the configuration is wrong.
pub const USAGE: u8 = 2;
/// The disk, its permissions or another program are to blame.
pub const ENVIRONMENT: u8 = 3;
/// A bug of ours.
pub const BUG: u8 = 70;

/// Turns a folder of Markdown into a site for teachers: guides, prompts, policies, a playbook.
#[derive(Debug, Parser)]
#[command(name = "homeroom", version, arg_required_else_help = true, max_term_width = 100, after_help = EXAMPLES)]
struct Cli {
    #[command(subcommand)]
    verb: Verb,
}

const EXAMPLES: &str = "\
Examples:
  homeroom init my-hub                begin a site
  homeroom new guide \"Two by ten\"     begin a page with all its fields
  homeroom build                      publish the site of this folder into public/
  homeroom build -o /tmp/site -D      with drafts, into another folder
  homeroom serve --open               see it in a browser while you write
  homeroom check --strict             look for mistakes, write nothing
  homeroom cards belonging            print a deck of cards as a PDF
  homeroom explain broken-link        what a finding means and what to do";

#[derive(Debug, Subcommand)]
enum Verb {
    /// Begin a site in a new or empty folder
    #[command(after_help = "Examples:
  homeroom init my-hub
  homeroom init . --lang es --title \"Nuestro centro\"")]
    Init(init::InitArgs),
    /// Begin a page with all the fields of its kind, as a draft
    #[command(after_help = "Examples:
  homeroom new guide \"Two by ten\"
  homeroom new prompt \"What made you laugh this week?\"
  homeroom new --from content/guides/two-by-ten.md --lang es   begin its translation
  homeroom new words --lang vi                                 begin the words of the interface")]
    New(new::NewArgs),
    /// Build the site into a folder
    #[command(after_help = "Examples:
  homeroom build
  homeroom build --base-url https://school.github.io/hub/
  homeroom build --offline -o hub-for-usb-sticks")]
    Build(BuildArgs),
    /// Show the site in a browser and keep it up to date while you write
    #[command(after_help = "Examples:
  homeroom serve --open
  homeroom serve -D --port 8000
  homeroom serve --host 0.0.0.0 --allow-host 192.168.1.20   for a phone on the same network")]
    Serve(ServeArgs),
    /// Look for mistakes without building
    #[command(after_help = "Examples:
  homeroom check
  homeroom check --strict --format github")]
    Check(CheckArgs),
    /// Remove what was built, and nothing else
    #[command(after_help = "Examples:
  homeroom clean
  homeroom clean -o /tmp/site")]
    Clean(CleanArgs),
    /// Print decks of cards as PDFs, or a deck that you put together here
    #[command(after_help = "Examples:
  homeroom cards belonging                          a deck of the site
  homeroom cards belonging --stock C32015 --skip 3  on other stock, three places used up
  homeroom cards --theme belonging --grades 6-8 --depth 1 --lang en,es --back follow-ups --stock 5388
  homeroom cards --layout check-in-strip --paper a4 -o strips.pdf
  homeroom cards belonging --test-sheet             see what your printer is off by
  homeroom cards --stocks")]
    Cards(Box<cards::CardsArgs>),
    /// List entries with their files: of a kind, or those that wait for somebody
    #[command(after_help = "Examples:
  homeroom list guides
  homeroom list drafts
  homeroom list untranslated --lang es
  homeroom list overdue --format json")]
    List(list::ListArgs),
    /// Say what a finding means and what to do, or what fields a kind or a component has
    #[command(after_help = "Examples:
  homeroom explain                    list the names of all findings, kinds and components
  homeroom explain broken-link
  homeroom explain guide
  homeroom explain chart
  homeroom explain guide --schema     the same for an editor with forms (JSON Schema)")]
    Explain(ExplainArgs),
    /// Record that a translation is of the present version of its original
    #[command(after_help = "Examples:
  homeroom translated content/guides/two-by-ten.es.md
  homeroom translated content/prompts/all.es.csv          all rows of a table
  homeroom translated content/prompts/all.es.csv --row 7  one of them")]
    Translated(TranslatedArgs),
    /// Write completions for a shell
    #[command(after_help = "Examples:
  homeroom completions bash > ~/.local/share/bash-completion/completions/homeroom
  homeroom completions zsh > ~/.zfunc/_homeroom")]
    Completions(CompletionsArgs),
}

#[derive(Debug, Args)]
struct SiteArgs {
    /// The folder of the site
    #[arg(long, value_name = "DIR", default_value = ".", value_hint = clap::ValueHint::DirPath)]
    root: PathBuf,
    /// The full address the site is published at, in place of the one in site.yaml
    #[arg(long, value_name = "URL", value_parser = base_url)]
    base_url: Option<BaseUrl>,
    /// Include drafts
    #[arg(short = 'D', long)]
    drafts: bool,
    /// Include entries whose date is still to come
    #[arg(long)]
    future: bool,
    /// Let warnings fail, too
    #[arg(long)]
    strict: bool,
    /// As if it were this day (year-month-day)
    #[arg(long, value_name = "DATE", value_parser = day)]
    today: Option<Day>,
    /// Say nothing but what is wrong
    #[arg(short, long)]
    quiet: bool,
    /// How findings are shown
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

#[derive(Debug, Args)]
struct BuildArgs {
    #[command(flatten)]
    site: SiteArgs,
    /// The folder to build into [default: public in the folder of the site]
    #[arg(short, long, value_name = "DIR", value_hint = clap::ValueHint::DirPath)]
    output: Option<PathBuf>,
    /// Build an edition that opens from a folder by double click
    #[arg(long)]
    offline: bool,
}

#[derive(Debug, Args)]
struct ServeArgs {
    /// The folder of the site
    #[arg(long, value_name = "DIR", default_value = ".", value_hint = clap::ValueHint::DirPath)]
    root: PathBuf,
    /// The port to listen at; the next free one if it is taken [default: 1111]
    #[arg(long, value_name = "N")]
    port: Option<u16>,
    /// The address to listen at; 0.0.0.0 lets other devices in
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1", value_parser = host)]
    host: IpAddr,
    /// A name or address of this computer that other devices use for it
    #[arg(long, value_name = "NAME", value_parser = host_name)]
    allow_host: Vec<String>,
    /// Open the site in a browser
    #[arg(long)]
    open: bool,
    /// Show drafts too
    #[arg(short = 'D', long)]
    drafts: bool,
    /// Show entries whose date is still to come
    #[arg(long)]
    future: bool,
    /// The path to serve below, such as /hub/ [default: the path of base_url in site.yaml]
    #[arg(long, value_name = "PATH", value_parser = base_path)]
    base_path: Option<String>,
    /// Show the site as of this day (year-month-day)
    #[arg(long, value_name = "DATE", value_parser = day)]
    today: Option<Day>,
}

#[derive(Debug, Args)]
struct CheckArgs {
    #[command(flatten)]
    site: SiteArgs,
}

#[derive(Debug, Args)]
struct CleanArgs {
    /// The folder of the site
    #[arg(long, value_name = "DIR", default_value = ".", value_hint = clap::ValueHint::DirPath)]
    root: PathBuf,
    /// The folder that was built into [default: public in the folder of the site]
    #[arg(short, long, value_name = "DIR", value_hint = clap::ValueHint::DirPath)]
    output: Option<PathBuf>,
    /// Say nothing but what is wrong
    #[arg(short, long)]
    quiet: bool,
}

#[derive(Debug, Args)]
struct ExplainArgs {
    /// The name of a finding, a kind or a component; without it, all names are listed
    name: Option<String>,
    /// Show the fields of a kind as JSON Schema
    #[arg(long, requires = "name")]
    schema: bool,
    /// The folder of the site whose words the fields take
    #[arg(long, value_name = "DIR", default_value = ".", value_hint = clap::ValueHint::DirPath)]
    root: PathBuf,
}

#[derive(Debug, Args)]
struct TranslatedArgs {
    /// The translations
    #[arg(required = true, value_name = "FILE", value_hint = clap::ValueHint::FilePath)]
    files: Vec<PathBuf>,
    /// Only this row of a table, by the number that findings show; may be given several times
    #[arg(long = "row", value_name = "NUMBER")]
    rows: Vec<usize>,
    /// The folder of the site
    #[arg(long, value_name = "DIR", default_value = ".", value_hint = clap::ValueHint::DirPath)]
    root: PathBuf,
}

#[derive(Debug, Args)]
struct CompletionsArgs {
    /// The shell
    shell: clap_complete::Shell,
}

/// How findings are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// With the lines of the source
    Human,
    /// One line each
    Short,
    /// One JSON value
    Json,
    /// Remarks in a pull request on GitHub
    Github,
}

impl Format {
    fn form(self) -> Form {
        match self {
            Self::Human => Form::Human,
            Self::Short => Form::Short,
            Self::Json => Form::Json,
            Self::Github => Form::Github,
        }
    }
}

/// Does what the arguments of the process say and gives the exit code.
pub fn run() -> u8 {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            let code = if error.use_stderr() { USAGE } else { FINE };
            // There is nobody left to tell if this fails.
            let _ = error.print();
            return code;
        }
    };
    match cli.verb {
        Verb::Init(args) => init::init(&args),
        Verb::New(args) => new::new(&args),
        Verb::Cards(args) => cards::cards(&args),
        Verb::List(args) => list::list(&args),
        Verb::Build(args) => build::build(&args),
        Verb::Serve(args) => serve::serve(&args),
        Verb::Check(args) => build::check(&args),
        Verb::Clean(args) => clean::clean(&args),
        Verb::Explain(args) => explain::explain(&args),
        Verb::Translated(args) => translated::translated(&args),
        Verb::Completions(args) => completions::completions(&args),
    }
}

/// Says that something happened which we took for impossible.
pub fn bug(what: &str) {
    report::complain(&format!(
        "error: homeroom has a bug: {}\n  help: please report it with this line and the file you changed last; what was published before is as it was\n",
        crate::diagnostic::text::line(what)
    ));
}

fn length_pair(text: &str) -> Result<Size, String> {
    paper::pair(text).map_err(|said| said.replace('\n', "; "))
}

fn base_url(text: &str) -> Result<BaseUrl, String> {
    BaseUrl::parse(text).map_err(|said| said.replace('\n', "; "))
}

fn host(text: &str) -> Result<IpAddr, String> {
    let address = if text.eq_ignore_ascii_case("localhost") { "127.0.0.1" } else { text };
    let bare = address.trim_start_matches('[').trim_end_matches(']');
    bare.parse().map_err(|_| "write an address of this computer, such as 127.0.0.1 or 0.0.0.0".to_owned())
}

fn host_name(text: &str) -> Result<String, String> {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "-._[]:".contains(c);
    let is_ipv6 = text.starts_with('[') && text.ends_with(']');
    if text.is_empty() || !text.chars().all(is_plain) || text.contains(':') && !is_ipv6 {
        return Err("write a name or an address without a port, such as laptop.local or 192.168.1.20".to_owned());
    }
    Ok(text.to_owned())
}

fn base_path(text: &str) -> Result<String, String> {
    let trimmed = text.trim_matches('/');
    if trimmed.is_empty() {
        return Ok("/".to_owned());
    }
    let path = format!("/{trimmed}/");
    match BaseUrl::parse(&format!("http://localhost{path}")) {
        Ok(_) if trimmed.split('/').next() == Some("_homeroom") => {
            Err("homeroom keeps /_homeroom/ for its own pages; write another path".to_owned())
        }
        Ok(url) if url.path() == path => Ok(path),
        _ => Err("write a plain path, such as /hub/".to_owned()),
    }
}

fn day(text: &str) -> Result<Day, String> {
    Day::parse(text).ok_or_else(|| "write year-month-day, such as 2026-11-22".to_owned())
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_command_line_is_well_formed() {
        Cli::command().debug_assert();
    }
}
