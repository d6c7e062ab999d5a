//! Locale tags (BCP 47) and the direction their script runs in.

use std::fmt;
use std::str::FromStr;

use unic_langid::LanguageIdentifier;

/// Which way a script runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

impl Direction {
    /// The value of HTML's `dir`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

/// A tag that is no BCP 47 language tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocaleError;

/// A BCP 47 language tag in its canonical casing (`vi`, `zh-Hans`, `pt-BR`).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Locale {
    tag: String,
}

impl Locale {
    /// The tag.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.tag
    }

    /// The primary language subtag (`zh` of `zh-Hans`).
    #[must_use]
    pub fn language(&self) -> &str {
        self.tag.split('-').next().unwrap_or_default()
    }

    /// The direction of the locale's usual script.
    #[must_use]
    pub fn direction(&self) -> Direction {
        const RTL: [&str; 9] = ["ar", "he", "fa", "ur", "ps", "sd", "ug", "yi", "dv"];
        let rtl_script = ["-Arab", "-Hebr", "-Thaa", "-Nkoo", "-Syrc"].iter().any(|s| self.tag.contains(s));
        let other_script = self.tag.contains("-Latn") || self.tag.contains("-Cyrl");
        if rtl_script || (RTL.contains(&self.language()) && !other_script) { Direction::Rtl } else { Direction::Ltr }
    }
}

impl FromStr for Locale {
    type Err = LocaleError;

    fn from_str(tag: &str) -> Result<Self, LocaleError> {
        let id: LanguageIdentifier = tag.parse().map_err(|_| LocaleError)?;
        // Longer ones are well-formed but none is registered: `english` is a slip, `assets` a folder.
        if id.language.is_empty() || id.language.as_str().len() > 3 || tag.contains('_') {
            return Err(LocaleError);
        }
        Ok(Self { tag: id.to_string() })
    }
}

impl fmt::Display for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.tag)
    }
}
