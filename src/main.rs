//! The program: hands the arguments to the command line, and answers for our bugs.

use std::process::ExitCode;

use homeroom::cli;

/// Pages are made of many short texts on all threads at once, and this allocator is made for that.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    std::panic::set_hook(Box::new(|panic| {
        let at = panic.location().map(|at| format!(" ({}:{})", at.file(), at.line())).unwrap_or_default();
        let said = panic.payload_as_str().unwrap_or("no message");
        cli::bug(&format!("{said}{at}"));
    }));
    let code = std::panic::catch_unwind(cli::run).unwrap_or(cli::BUG);
    ExitCode::from(code)
}
