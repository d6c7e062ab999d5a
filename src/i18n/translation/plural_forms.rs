//! The `Plural-Forms` line of a catalog's header: how many forms, and the C expression that chooses one.
//!
//! Owns its reading, and whether the expression stays within the forms. camnang's own messages have no plurals.

use crate::base::Words;
use crate::words;

/// Counts that the expression is tried with, as msgfmt does.
const TRIED: u64 = 1000;
/// Bytes of an expression; the longest that CLDR's rules make has about 200.
const LONGEST: usize = 1000;
/// How deep an expression may be nested.
const DEPTH: usize = 64;

/// A line that is well.
#[derive(Debug)]
pub(super) struct PluralForms {
    /// How many forms there are.
    pub count: usize,
}

#[derive(Debug)]
enum Expression {
    N,
    Number(u64),
    Not(Box<Self>),
    Two(&'static str, Box<Self>, Box<Self>),
    If(Box<Self>, Box<Self>, Box<Self>),
}

/// Operators of C from the loosest to the tightest.
const OPERATORS: [&[&str]; 6] =
    [&["||"], &["&&"], &["==", "!="], &["<=", ">=", "<", ">"], &["+", "-"], &["*", "/", "%"]];

impl PluralForms {
    /// Reads `nplurals=2; plural=(n > 1);`; what is wrong with it otherwise.
    pub(super) fn parse(line: &str) -> Result<Self, Words> {
        let unreadable = || words!("Plural-Forms cannot be read: {line}", "không đọc được Plural-Forms: {line}");
        let (count, expression) = parts(line).ok_or_else(unreadable)?;
        for n in 0..=TRIED {
            match expression.value(n) {
                None => return Err(words!("Plural-Forms divides by zero", "Plural-Forms chia cho số không")),
                Some(form) if usize::try_from(form).is_ok_and(|form| form < count) => {}
                Some(form) => {
                    return Err(words!(
                        "Plural-Forms promises {count} forms and chooses one as large as {form}",
                        "Plural-Forms ghi {count} dạng mà chọn đến dạng {form}"
                    ));
                }
            }
        }
        Ok(Self { count })
    }
}

fn parts(line: &str) -> Option<(usize, Expression)> {
    let (count, expression) = line.trim().strip_prefix("nplurals=")?.split_once(';')?;
    let expression = expression.trim().strip_prefix("plural=")?.trim().trim_end_matches(';');
    if expression.len() > LONGEST {
        return None;
    }
    let mut parser = Parser { rest: expression.trim(), depth: 0 };
    let read = parser.choice()?;
    parser.rest.is_empty().then_some((count.trim().parse().ok().filter(|count| *count > 0)?, read))
}

impl Expression {
    /// The form of a count; nothing where it divides by zero.
    fn value(&self, n: u64) -> Option<u64> {
        Some(match self {
            Self::N => n,
            Self::Number(number) => *number,
            Self::Not(inner) => u64::from(inner.value(n)? == 0),
            Self::If(condition, then, otherwise) => {
                if condition.value(n)? != 0 {
                    then.value(n)?
                } else {
                    otherwise.value(n)?
                }
            }
            Self::Two("&&", a, b) => u64::from(a.value(n)? != 0 && b.value(n)? != 0),
            Self::Two("||", a, b) => u64::from(a.value(n)? != 0 || b.value(n)? != 0),
            Self::Two(operator, a, b) => {
                let (a, b) = (a.value(n)?, b.value(n)?);
                match *operator {
                    "==" => u64::from(a == b),
                    "!=" => u64::from(a != b),
                    "<=" => u64::from(a <= b),
                    ">=" => u64::from(a >= b),
                    "<" => u64::from(a < b),
                    ">" => u64::from(a > b),
                    "+" => a.wrapping_add(b),
                    "-" => a.wrapping_sub(b),
                    "*" => a.wrapping_mul(b),
                    "/" => a.checked_div(b)?,
                    _ => a.checked_rem(b)?,
                }
            }
        })
    }
}

struct Parser<'t> {
    rest: &'t str,
    depth: usize,
}

impl Parser<'_> {
    fn take(&mut self, sign: &str) -> bool {
        let after = self.rest.strip_prefix(sign).map(str::trim_start);
        after.map(|after| self.rest = after).is_some()
    }

    /// `a ? b : c`, whose end is a choice again.
    fn choice(&mut self) -> Option<Expression> {
        self.depth += 1;
        let condition = (self.depth <= DEPTH).then(|| self.operators(0))??;
        let read = if self.take("?") {
            let then = self.choice()?;
            let otherwise = self.take(":").then(|| self.choice())??;
            Expression::If(Box::new(condition), Box::new(then), Box::new(otherwise))
        } else {
            condition
        };
        self.depth -= 1;
        Some(read)
    }

    fn operators(&mut self, level: usize) -> Option<Expression> {
        let Some(signs) = OPERATORS.get(level) else { return self.single() };
        let mut read = self.operators(level + 1)?;
        while let Some(sign) = signs.iter().copied().find(|sign| self.take(sign)) {
            read = Expression::Two(sign, Box::new(read), Box::new(self.operators(level + 1)?));
        }
        Some(read)
    }

    fn single(&mut self) -> Option<Expression> {
        if self.take("!") {
            self.depth += 1;
            let inner = (self.depth <= DEPTH).then(|| self.single())??;
            self.depth -= 1;
            return Some(Expression::Not(Box::new(inner)));
        }
        if self.take("(") {
            let inner = self.choice()?;
            return self.take(")").then_some(inner);
        }
        if self.take("n") {
            return Some(Expression::N);
        }
        let end = self.rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(self.rest.len());
        let (number, rest) = self.rest.split_at(end);
        self.rest = rest.trim_start();
        number.parse().ok().map(Expression::Number)
    }
}
