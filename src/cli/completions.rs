//! `homeroom completions`.

use clap::CommandFactory;

use crate::cli::report::say;
use crate::cli::{Cli, CompletionsArgs, FINE};

/// Writes the completions for a shell.
pub fn completions(args: &CompletionsArgs) -> u8 {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "homeroom", &mut script);
    say(&String::from_utf8_lossy(&script));
    FINE
}
