//! Words that know which language they are in.

use std::fmt;
use std::ops::Deref;

/// Words of data, or a title, shown among words that may be in another language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, serde::Serialize)]
pub struct Said {
    /// The words.
    pub text: String,
    /// Their language's tag; empty: that of the text around them, or none.
    pub lang: String,
}

impl Said {
    /// Words in a language.
    #[must_use]
    pub fn new(text: impl Into<String>, lang: impl ToString) -> Self {
        Self { text: text.into(), lang: lang.to_string() }
    }

    /// What a sentence has where words are to stand: an object replacement character.
    pub const HOLE: &str = "\u{fffc}";

    /// These words in the hole of a sentence that is in the language around: what stands before, they, what stands after.
    #[must_use]
    pub fn within(&self, sentence: &str) -> [Self; 3] {
        let (before, after) = sentence.split_once(Self::HOLE).unwrap_or((sentence, ""));
        [Self::from(before), self.clone(), Self::from(after)]
    }

    /// Shown among words in `lang`, which need not be told again.
    pub fn among(&mut self, lang: &str) {
        if self.lang == lang {
            self.lang.clear();
        }
    }
}

impl From<&str> for Said {
    fn from(text: &str) -> Self {
        Self::new(text, "")
    }
}

impl Deref for Said {
    type Target = String;

    fn deref(&self) -> &String {
        &self.text
    }
}

impl fmt::Display for Said {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}
