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

use super::analysis::Vocabulary;
use crate::i18n::fold::fold;

/// Syllables that mean little where they do not belong to a word: `của`, but `của cải` is found by its pair.
const VIETNAMESE: [&str; 34] = [
    "và", "của", "là", "có", "cho", "các", "những", "thì", "mà", "ở", "như", "để", "được", "bị", "đã", "đang", "sẽ",
    "với", "này", "đó", "ấy", "gì", "nào", "khi", "nếu", "hay", "hoặc", "cũng", "rất", "thế", "sao", "tôi", "mình",
    "vì",
];

/// Languages whose words have forms that are told to be one.
const WITH_FORMS: [&str; 5] = ["en", "fr", "es", "ru", "ar"];

/// The language of a locale.
#[must_use]
pub fn language(code: &str) -> Box<dyn Language> {
    match code {
        code if WITH_FORMS.contains(&code) => elasticlunr::lang::from_code(code),
        _ => None,
    }
    .unwrap_or_else(|| Box::new(Own { code: code.to_owned(), filtered: true }))
}

/// A language that elasticlunr has no pipeline for, or none that serves.
pub struct Own {
    /// ISO 639 code.
    pub code: String,
    /// Whether stop words are left out.
    pub filtered: bool,
}

impl Language for Own {
    fn name(&self) -> String {
        format!("camnang-{}", self.code)
    }

    fn code(&self) -> String {
        self.code.clone()
    }

    /// Each word, and once more without marks where it has any: whoever reads such an index with other
    /// tools has no folding of ours.
    fn tokenize(&self, text: &str) -> Vec<String> {
        let mut vocabulary = Vocabulary::default();
        let mut words = Vec::new();
        for token in vocabulary.tokens(text) {
            let Some(word) = vocabulary.words.get(token.word as usize) else { continue };
            let bare = fold(&word.surface);
            if bare != word.surface {
                words.push(bare);
            }
            words.push(word.surface.clone());
        }
        words
    }

    fn make_pipeline(&self) -> Pipeline {
        let mut pipeline = Pipeline { queue: Vec::new() };
        if self.filtered && self.code == "vi" {
            pipeline.queue.push(Box::new(StopWordFilter::new("stopWordFilter-vi", &VIETNAMESE)));
        }
        pipeline
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

    /// Whether a language tells forms of one word.
    #[must_use]
    pub fn has_forms(code: &str) -> bool {
        WITH_FORMS.contains(&code)
    }

    /// The stem of a word in lower case; `None` for a stop word.
    #[must_use]
    pub fn stem(&self, word: &str) -> Option<String> {
        self.0.run(vec![word.to_owned()]).pop()
    }
}
