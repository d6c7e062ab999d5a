//! The command line: parses arguments, dispatches, sets the exit code.

fn main() {}
