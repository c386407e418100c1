//! `homeroom clean`.

use crate::cli::build::{default_output, home};
use crate::cli::report::{complain, failed, say};
use crate::cli::{CleanArgs, FINE, signals};
use crate::disk::clean;
use crate::disk::guard::Place;

/// Removes what was built and gives the exit code.
pub fn clean(args: &CleanArgs) -> u8 {
    signals::listen();
    let output = args.output.clone().unwrap_or_else(|| default_output(&args.root));
    let home = home();
    let place = Place { root: &args.root, output: &output, home: home.as_deref() };
    let done = match clean::clean(&place, &signals::came) {
        Ok(done) => done,
        Err(error) => return failed(&error),
    };
    for path in &done.changed {
        complain(&format!("kept: {path} was changed since it was built\n"));
    }
    if !args.quiet {
        let foreign = if done.foreign > 0 {
            format!("; {} that homeroom did not write stay", done.foreign)
        } else {
            String::new()
        };
        say(&format!(
            "{} removed{foreign}\n",
            if done.removed == 1 { "1 file".to_owned() } else { format!("{} files", done.removed) }
        ));
    }
    FINE
}
