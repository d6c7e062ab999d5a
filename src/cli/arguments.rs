//! The arguments as typed.

use std::net::IpAddr;
use std::path::{Path, PathBuf};

use crate::content::day::is_day;
use clap::{Args, Parser, Subcommand, ValueEnum, ValueHint};

/// Turns a folder of Markdown chapters into a multilingual static website.
#[derive(Debug, Parser)]
#[command(name = "camnang", version, about, arg_required_else_help = true, after_help = EXAMPLES)]
pub(super) struct Arguments {
    /// Language of messages [default: Vietnamese when the system's is, else English]
    #[arg(long, global = true, value_enum, value_name = "LANG")]
    pub lang: Option<MessageLanguage>,

    #[command(subcommand)]
    pub command: Command,
}

const EXAMPLES: &str = "\
Examples:
  camnang new my-handbook       make a handbook to start from
  camnang serve my-handbook     read it in the browser while you write
  camnang build my-handbook     write the website to my-handbook/public";

/// Languages that messages are written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum MessageLanguage {
    /// English
    En,
    /// Tiếng Việt
    Vi,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Make a working handbook in two languages to start from
    New(New),
    /// Write the website
    Build(Build),
    /// Write the printed books and pages as PDF
    Print(Print),
    /// Show the website in the browser and follow every save
    Serve(Serve),
    /// Find faults without writing anything
    Check(Check),
    /// Keep translations up to the source: catalogs, their state, their faults
    #[command(subcommand)]
    Translate(Translate),
    /// Pack one language to be read without a connection
    Bundle(Bundle),
    /// Say what a finding's code means and what to do
    Explain(Explain),
    /// See what of the look a handbook can replace
    #[command(subcommand, after_help = "Examples:\n  camnang theme list")]
    Theme(Theme),
    /// Write a completion script for a shell
    Completions(Completions),
    /// Write the manual: a page of this program and one of each command
    Man(Man),
}

impl Command {
    /// The handbook it is about.
    pub fn handbook(&self) -> Option<&Path> {
        let project = match self {
            Self::Build(Build { project, .. })
            | Self::Print(Print { project, .. })
            | Self::Serve(Serve { project, .. })
            | Self::Check(Check { project, .. })
            | Self::Bundle(Bundle { project, .. })
            | Self::Translate(Translate::Stamp(Stamp { project, .. })) => project,
            Self::Translate(Translate::Extract(asked) | Translate::Status(asked) | Translate::Check(asked)) => {
                &asked.project
            }
            Self::New(_) | Self::Explain(_) | Self::Theme(_) | Self::Completions(_) | Self::Man(_) => return None,
        };
        Some(&project.dir)
    }
}

/// `camnang new`
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  camnang new my-handbook
  camnang new my-handbook && camnang serve my-handbook --open")]
pub(super) struct New {
    /// Folder to make; it must be empty or not there yet
    #[arg(value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub dir: PathBuf,
}

/// `camnang build`
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  camnang build                          the handbook in this folder, to public/
  camnang build docs --out /srv/www      another folder, written elsewhere
  camnang build --locale vi --locale en  a site of these two languages only
  camnang build --print                  with every book and every page as PDF beside it
  camnang build --json > build.json      findings and artifacts for a script")]
pub(super) struct Build {
    #[command(flatten)]
    pub project: ProjectFolder,
    /// Where to write the website [default: public in the handbook's folder]
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub out: Option<PathBuf>,
    /// Print the books and pages as PDF too, and let the website lead to them
    #[arg(long)]
    pub print: bool,
    /// Build this language only; may be given more than once
    #[arg(long = "locale", value_name = "L")]
    pub locales: Vec<String>,
    /// Make an e-book of each language too, and name it on the start page
    #[arg(long)]
    pub epub: bool,
    /// Pack a ZIP of each language too, to be read from a disk
    #[arg(long)]
    pub bundle: bool,
    /// Write each language into one HTML file too
    #[arg(long)]
    pub single: bool,
    /// Print one JSON document on standard output
    #[arg(long)]
    pub json: bool,
    /// Say how long each stage took
    #[arg(long)]
    pub timings: bool,
}

/// `camnang print`
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  camnang print                                      every book and every page, to public/print
  camnang print --locale vi --format book-a5         one book
  camnang print --imposition booklet --sheet press   sheets for a print shop, with marks and bleed
  camnang print --cover --cards                      cover and cards of every book
  camnang print --page ke-hoach/index.md --out out   one page in every language")]
pub(super) struct Print {
    #[command(flatten)]
    pub project: ProjectFolder,
    /// Print this language only; may be given more than once
    #[arg(long = "locale", value_name = "L")]
    pub locales: Vec<String>,
    /// Print the book in this form only; may be given more than once
    #[arg(long = "format", value_enum, value_name = "F")]
    pub formats: Vec<PrintFormat>,
    /// Print this page only: its path below the content folder
    #[arg(long, value_name = "PATH")]
    pub page: Option<String>,
    /// Lay the book's pages on sheets: book-a5 when no form is given
    #[arg(long, value_enum, value_name = "KIND", conflicts_with = "page")]
    pub imposition: Option<PrintImposition>,
    /// What booklets are printed on [default: print.sheet of handbook.toml, else office]
    #[arg(long, value_enum, value_name = "STOCK")]
    pub sheet: Option<PrintSheet>,
    /// Make the cover of the book, its spine as wide as its pages and paper ask for
    #[arg(long, conflicts_with = "page")]
    pub cover: bool,
    /// Make the cards of passages marked :::card, four and ten to an A4 sheet
    #[arg(long, conflicts_with = "page")]
    pub cards: bool,
    /// Write “DRAFT” across every page
    #[arg(long)]
    pub draft: bool,
    /// Where the folder `print` is written [default: public in the handbook's folder]
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub out: Option<PathBuf>,
    /// Look for fonts here instead of in the system's folders; may be given more than once
    #[arg(long = "fonts", value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub fonts: Vec<PathBuf>,
    /// Print one JSON document on standard output
    #[arg(long)]
    pub json: bool,
}

/// How pages are laid on sheets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum PrintImposition {
    /// To be folded and stapled or sewn: an A5 book on A4 sheets
    Booklet,
    /// Two pages a sheet
    #[value(name = "2up")]
    TwoUp,
    /// Four pages a sheet
    #[value(name = "4up")]
    FourUp,
}

/// What booklets are printed on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum PrintSheet {
    /// A sizes, from an office printer, untrimmed
    Office,
    /// SRA sizes with bleed and marks, trimmed after printing
    Press,
}

/// Forms of the printed book.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum PrintFormat {
    /// A5, two-sided, to be bound
    BookA5,
    /// A4, two-sided, to be bound
    BookA4,
    /// A4, one-sided, to be read
    ReadingA4,
}

/// `camnang serve`
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  camnang serve                   this folder, at http://localhost:3000/
  camnang serve docs --open       another folder, and open the browser
  camnang serve --port 8080
  camnang serve --host 0.0.0.0    let other devices on the network read it too")]
pub(super) struct Serve {
    #[command(flatten)]
    pub project: ProjectFolder,
    /// Port [default: 3000, or the next one that is free]
    #[arg(long, value_name = "N")]
    pub port: Option<u16>,
    /// Address to listen at; any but this machine's own lets others in
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1")]
    pub host: IpAddr,
    /// Open the browser
    #[arg(long)]
    pub open: bool,
    /// Look for changes every second instead of being told (network drives)
    #[arg(long)]
    pub poll: bool,
    /// Say how long each stage of each build took
    #[arg(long)]
    pub timings: bool,
}

/// `camnang check`
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  camnang check                  every fault of the handbook in this folder
  camnang check docs --json      the same for a script
  camnang check --sarif > check.sarif    the same for a code host")]
pub(super) struct Check {
    #[command(flatten)]
    pub project: ProjectFolder,
    /// Print one JSON document on standard output
    #[arg(long)]
    pub json: bool,
    /// Print the findings as SARIF 2.1.0, for code hosts
    #[arg(long, conflicts_with = "json")]
    pub sarif: bool,
    /// Ask other sites whether what the handbook links to is still there
    #[arg(long)]
    pub external: bool,
    /// For how many days a good answer of another site is believed; 0 asks all again
    #[arg(long, value_name = "DAYS", default_value_t = 7, requires = "external")]
    pub days: u32,
}

/// `camnang explain`
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  camnang explain E0420      what the code of a finding means
  camnang explain            all codes")]
pub(super) struct Explain {
    /// The code, such as E0420; all of them when it is left out
    #[arg(value_name = "CODE")]
    pub code: Option<String>,
}

/// `camnang translate`
#[derive(Debug, Subcommand)]
pub(super) enum Translate {
    /// Write the texts to translate to the catalogs (i18n/*.po), keeping what is translated
    #[command(after_help = "\
Examples:
  camnang translate extract
  camnang translate extract docs --json")]
    Extract(Asked),
    /// Count what is translated, guessed and missing, for each language and page
    #[command(after_help = "\
Examples:
  camnang translate status
  camnang translate status docs --json")]
    Status(Asked),
    /// Find translations that lost a link, a number or a placeholder, or were never made
    #[command(after_help = "\
Examples:
  camnang translate check
  camnang translate check docs --json")]
    Check(Asked),
    /// Write into translated pages which revision of the source they were made from
    #[command(after_help = "\
Examples:
  camnang translate stamp                               pages that have no stamp yet
  camnang translate stamp --page content/en/index.md    a page brought up to its source
  camnang translate stamp --all                         stale pages too, once you have looked at them")]
    Stamp(Stamp),
}

/// `camnang translate stamp`
#[derive(Args, Debug)]
pub(super) struct Stamp {
    #[command(flatten)]
    pub project: ProjectFolder,
    /// Stamp this page only, also when it is stale; may be given more than once
    #[arg(long = "page", value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub pages: Vec<String>,
    /// Stamp stale pages too
    #[arg(long)]
    pub all: bool,
    /// The day of the translation, YYYY-MM-DD [default: today]
    #[arg(long, value_name = "DAY", value_parser = day)]
    pub date: Option<String>,
    /// Print one JSON document on standard output
    #[arg(long)]
    pub json: bool,
}

fn day(written: &str) -> Result<String, String> {
    if is_day(written) { Ok(written.to_owned()) } else { Err("a day of the calendar is written YYYY-MM-DD".to_owned()) }
}

/// What is asked of a handbook and answered in words or as JSON.
#[derive(Args, Debug)]
pub(super) struct Asked {
    #[command(flatten)]
    pub project: ProjectFolder,
    /// Print one JSON document on standard output
    #[arg(long)]
    pub json: bool,
}

/// `camnang bundle`
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  camnang bundle --locale vi                  handbook-vi.zip, to extract and open on any device
  camnang bundle docs --locale vi --single    handbook-vi.html, one file to send to a phone
  camnang bundle --locale vi --out /media/usb/cam-nang.zip")]
pub(super) struct Bundle {
    #[command(flatten)]
    pub project: ProjectFolder,
    /// The language to pack
    #[arg(long, value_name = "L")]
    pub locale: String,
    /// The file to write [default: handbook-L.zip or .html in the current folder]
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub out: Option<PathBuf>,
    /// One HTML file with all pages instead of a ZIP
    #[arg(long, conflicts_with = "pdf")]
    pub single: bool,
    /// Put the whole book as a PDF into the ZIP too
    #[arg(long)]
    pub pdf: bool,
}

/// `camnang theme`
#[derive(Debug, Subcommand)]
pub(super) enum Theme {
    /// List the templates, styles and texts that a handbook can replace by a file of the same name
    #[command(after_help = "\
Examples:
  camnang theme list
  camnang theme list docs --json")]
    List(Asked),
}

/// `camnang completions`
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  camnang completions bash > ~/.local/share/bash-completion/completions/camnang
  camnang completions fish > ~/.config/fish/completions/camnang.fish")]
pub(super) struct Completions {
    /// Shell to write for
    #[arg(value_enum)]
    pub shell: clap_complete::Shell,
}

/// `camnang man`
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  camnang man ~/.local/share/man/man1
  man camnang-check")]
pub(super) struct Man {
    /// Folder to write the pages to; it is made when it is not there
    #[arg(value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub dir: PathBuf,
}

/// The handbook a command is about.
#[derive(Args, Debug)]
pub(super) struct ProjectFolder {
    /// Folder that holds handbook.toml
    #[arg(value_name = "DIR", default_value = ".", value_hint = ValueHint::DirPath)]
    pub dir: PathBuf,
}
