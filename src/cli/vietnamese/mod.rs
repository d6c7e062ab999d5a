//! The command line in Vietnamese: help and the errors of what is typed.
//!
//! Owns how the words (`words`) are put into clap's command, and clap's own headings and errors in Vietnamese. What
//! commands and options there are is `arguments`' affair; a test holds that each has its words here.

mod errors;
mod words;

use clap::{Arg, Command};

pub(super) use errors::told;

/// How a command's help is laid out, headings in Vietnamese.
const TEMPLATE: &str = "{about-with-newline}\nCách dùng: {usage}\n\n{all-args}{after-help}";

/// The command with Vietnamese help, itself and all below it.
pub(super) fn dressed(mut command: Command) -> Command {
    // Only then are clap's own arguments there.
    command.build();
    dress(command, "")
}

fn dress(command: Command, path: &str) -> Command {
    let below: Vec<String> = command.get_subcommands().map(|below| below.get_name().to_owned()).collect();
    let mut command = command
        .help_template(TEMPLATE)
        .subcommand_help_heading("Lệnh")
        .subcommand_value_name("LỆNH")
        .mut_args(|argument| dress_argument(argument, path));
    if let Some(about) = words::find(path, "") {
        command = command.about(about);
    }
    if let Some(examples) = words::find(path, "examples") {
        command = command.after_help(format!("Ví dụ:\n{examples}"));
    }
    for name in below {
        let path = if name == "help" { name.clone() } else { format!("{path} {name}").trim_start().to_owned() };
        command = command.mut_subcommand(name, |command| dress(command, &path));
    }
    let usage = command.render_usage().to_string().replace("[OPTIONS]", "[TÙY CHỌN]");
    command.override_usage(usage.trim_start_matches("Usage:").trim().to_owned())
}

fn dress_argument(argument: Arg, path: &str) -> Arg {
    let heading = if argument.is_positional() { "Tham số" } else { "Tùy chọn" };
    let Some(help) = words::find(path, argument.get_id().as_str()) else { return argument.help_heading(heading) };
    // What clap would add stands in the words.
    argument.help(help).long_help(help).help_heading(heading).hide_default_value(true).hide_possible_values(true)
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::super::arguments::Arguments;
    use super::*;

    fn every(command: &Command, path: &str, missing: &mut Vec<String>) {
        if words::find(path, "").is_none() {
            missing.push(path.to_owned());
        }
        if command.get_after_help().is_some() && words::find(path, "examples").is_none() {
            missing.push(format!("{path} examples"));
        }
        for argument in command.get_arguments() {
            let id = argument.get_id().as_str();
            let Some(help) = words::find(path, id) else {
                missing.push(format!("{path} {id}"));
                continue;
            };
            let values = argument.get_possible_values().into_iter().filter(|_| argument.get_action().takes_values());
            missing.extend(
                values.filter(|v| !help.contains(v.get_name())).map(|v| format!("{path} {id}={}", v.get_name())),
            );
        }
        for below in command.get_subcommands().filter(|below| below.get_name() != "help") {
            every(below, format!("{path} {}", below.get_name()).trim_start(), missing);
        }
    }

    #[test]
    fn every_command_option_and_choice_has_its_words() {
        let mut command = Arguments::command();
        command.build();
        let mut missing = Vec::new();
        every(&command, "", &mut missing);
        assert_eq!(missing, Vec::<String>::new());
    }
}
