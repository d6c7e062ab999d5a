//! Plural forms as CLDR has them, by ICU4X.
//!
//! Owns which form a number takes. Fluent chooses by tables of an older CLDR (`intl_pluralrules`, CLDR 37), in which
//! Arabic counts of three figures take wrong forms and French and Spanish lack the one of millions; it offers no way
//! to choose by others. So every selector of a message is handed to a function of ours, which answers with the form.

use fluent_bundle::types::{FluentNumber, FluentNumberType};
use fluent_bundle::{FluentArgs, FluentValue};
use fluent_syntax::ast::{
    CallArguments, Entry, Expression, Identifier, InlineExpression, Pattern, PatternElement, Resource, Variant,
    VariantKey,
};
use icu_decimal::input::Decimal;
use icu_plurals::{PluralCategory, PluralRuleType, PluralRules, PluralRulesOptions};

use crate::base::Locale;

/// The function's name in messages; no file has to write it.
pub(super) const FUNCTION: &str = "PLURAL";

/// The rules of one language.
pub(super) struct Plurals {
    cardinal: Option<PluralRules>,
    ordinal: Option<PluralRules>,
}

impl Plurals {
    /// The rules of a locale; of ICU's root for those it does not know.
    pub fn new(locale: &Locale) -> Self {
        let id = locale.as_str().parse::<icu_locale_core::Locale>().unwrap_or(icu_locale_core::Locale::UNKNOWN);
        let rules = |kind: PluralRuleType| {
            PluralRules::try_new((&id).into(), PluralRulesOptions::default().with_type(kind)).ok()
        };
        Self { cardinal: rules(PluralRuleType::Cardinal), ordinal: rules(PluralRuleType::Ordinal) }
    }

    /// What a selector is compared with: the form of a number, unless a variant is for that very number.
    pub fn choose<'a>(&self, values: &[FluentValue<'a>]) -> FluentValue<'a> {
        match values {
            [FluentValue::Number(number), exact @ ..] => {
                let one_of_them =
                    |value: &FluentValue<'a>| matches!(value, FluentValue::Number(n) if n.value == number.value);
                match self.form(number) {
                    Some(form) if !exact.iter().any(one_of_them) => form.into(),
                    _ => FluentValue::Number(number.clone()),
                }
            }
            [other, ..] => other.clone(),
            [] => FluentValue::Error,
        }
    }

    fn form(&self, number: &FluentNumber) -> Option<&'static str> {
        let rules = match number.options.r#type {
            FluentNumberType::Cardinal => &self.cardinal,
            FluentNumberType::Ordinal => &self.ordinal,
        };
        let written: Decimal = number.as_string().parse().ok()?;
        Some(match rules.as_ref()?.category_for(&written) {
            PluralCategory::Zero => "zero",
            PluralCategory::One => "one",
            PluralCategory::Two => "two",
            PluralCategory::Few => "few",
            PluralCategory::Many => "many",
            PluralCategory::Other => "other",
        })
    }
}

/// The function, for a bundle.
pub(super) fn function(
    locale: &Locale,
) -> impl for<'a> Fn(&[FluentValue<'a>], &FluentArgs<'_>) -> FluentValue<'a> + Send + Sync + 'static {
    let plurals = Plurals::new(locale);
    move |values, _| plurals.choose(values)
}

/// Messages whose selectors ask the function: `{ $count -> [0] … [one] … }` becomes `{ PLURAL($count, 0) -> … }`. Text
/// that is no valid Fluent is kept as far as it can be read, as Fluent itself does.
pub(super) fn by_cldr(text: &str) -> String {
    let mut resource = match fluent_syntax::parser::parse(text) {
        Ok(resource) | Err((resource, _)) => resource,
    };
    walk(&mut resource);
    fluent_syntax::serializer::serialize(&resource)
}

fn walk(resource: &mut Resource<&str>) {
    for entry in &mut resource.body {
        let (value, attributes) = match entry {
            Entry::Message(message) => (message.value.as_mut(), &mut message.attributes),
            Entry::Term(term) => (Some(&mut term.value), &mut term.attributes),
            _ => continue,
        };
        value.into_iter().chain(attributes.iter_mut().map(|attribute| &mut attribute.value)).for_each(pattern);
    }
}

fn pattern(pattern: &mut Pattern<&str>) {
    for element in &mut pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            expression_in(expression);
        }
    }
}

fn expression_in(expression: &mut Expression<&str>) {
    match expression {
        Expression::Select { selector, variants } => {
            if matches!(
                selector,
                InlineExpression::VariableReference { .. } | InlineExpression::FunctionReference { .. }
            ) {
                *selector = asked(selector, variants);
            }
            variants.iter_mut().for_each(|variant| pattern(&mut variant.value));
        }
        Expression::Inline(InlineExpression::Placeable { expression }) => expression_in(expression),
        Expression::Inline(_) => {}
    }
}

/// The selector as an argument of the function, after it the numbers that have variants of their own.
fn asked<'a>(selector: &InlineExpression<&'a str>, variants: &[Variant<&'a str>]) -> InlineExpression<&'a str> {
    let numbers = variants.iter().filter_map(|variant| match variant.key {
        VariantKey::NumberLiteral { value } => Some(InlineExpression::NumberLiteral { value }),
        VariantKey::Identifier { .. } => None,
    });
    let positional = std::iter::once(selector.clone()).chain(numbers).collect();
    InlineExpression::FunctionReference {
        id: Identifier { name: FUNCTION },
        arguments: CallArguments { positional, named: Vec::new() },
    }
}
