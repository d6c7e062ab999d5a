//! Languages as `elasticlunr` knows them: how a text is cut into words, which words only hold a sentence
//! together, which words are forms of one.
//!
//! Owns a `Language` for each locale. English, French, Spanish, Russian and Arabic are elasticlunr's, used for
//! their stop words and stems; their tokenisers would split at hyphens and keep no number whole, so texts are cut
//! by `analysis` in every language. Vietnamese has no forms of words, only stop words; languages without spaces
//! have neither.

use elasticlunr::Language;
use elasticlunr::lang::common::StopWordFilter;
use elasticlunr::pipeline::Pipeline;

use super::analysis::{Role, Vocabulary};

/// Syllables that mean little where they do not belong to a word: `của`, but `của cải` is found by its pair.
const VIETNAMESE: [&str; 34] = [
    "và", "của", "là", "có", "cho", "các", "những", "thì", "mà", "ở", "như", "để", "được", "bị", "đã", "đang", "sẽ",
    "với", "này", "đó", "ấy", "gì", "nào", "khi", "nếu", "hay", "hoặc", "cũng", "rất", "thế", "sao", "tôi", "mình",
    "vì",
];

/// The language of a locale.
#[must_use]
pub fn language(code: &str) -> Box<dyn Language> {
    match code {
        "en" | "fr" | "es" | "ru" | "ar" => elasticlunr::lang::from_code(code),
        _ => None,
    }
    .unwrap_or_else(|| Box::new(Own(code.to_owned())))
}

/// A language that elasticlunr has no pipeline for, or none that serves.
struct Own(String);

impl Language for Own {
    fn name(&self) -> String {
        format!("camnang-{}", self.0)
    }

    fn code(&self) -> String {
        self.0.clone()
    }

    fn tokenize(&self, text: &str) -> Vec<String> {
        let mut vocabulary = Vocabulary::default();
        let tokens = vocabulary.tokens(text);
        let surface = |word: u32| vocabulary.words.get(word as usize).map(|word| word.surface.clone());
        tokens.iter().filter(|token| token.role != Role::Whole).filter_map(|token| surface(token.word)).collect()
    }

    fn make_pipeline(&self) -> Pipeline {
        let words: &[&str] = if self.0 == "vi" { &VIETNAMESE } else { &[] };
        Pipeline { queue: vec![Box::new(StopWordFilter::new(&format!("stopWordFilter-{}", self.0), words))] }
    }
}

/// What a language makes of single words.
pub struct Stemmer(Pipeline);

impl Stemmer {
    /// For a language.
    #[must_use]
    pub fn new(code: &str) -> Self {
        Self(language(code).make_pipeline())
    }

    /// The stem of a word in lower case; `None` for a stop word.
    #[must_use]
    pub fn stem(&self, word: &str) -> Option<String> {
        self.0.run(vec![word.to_owned()]).pop()
    }
}
