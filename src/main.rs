//! The program: hands the arguments to `cli` and its answer to the system.

use std::process::ExitCode;

/// Setting a book and making pages allocate in many small pieces from several threads: a tenth of a book's time with the system's own.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    camnang::cli::main()
}
