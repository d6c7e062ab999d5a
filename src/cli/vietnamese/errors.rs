//! What is wrong with a command as typed, in Vietnamese.

use clap::error::{ContextKind, ContextValue, Error, ErrorKind};

/// The error in words, with what to do. `None` for what is no error (help, version) and for kinds that clap may add.
pub(in crate::cli) fn told(error: &Error) -> Option<String> {
    let of = |kind: ContextKind| error.get(kind).map(text).unwrap_or_default();
    let (argument, value) = (of(ContextKind::InvalidArg), of(ContextKind::InvalidValue));
    let message = match error.kind() {
        ErrorKind::UnknownArgument => format!("không có tham số `{argument}`"),
        ErrorKind::InvalidSubcommand => format!("không có lệnh `{}`", of(ContextKind::InvalidSubcommand)),
        ErrorKind::MissingSubcommand => "thiếu tên lệnh".to_owned(),
        ErrorKind::MissingRequiredArgument => format!("thiếu tham số: {argument}"),
        ErrorKind::ArgumentConflict => {
            format!("`{argument}` không dùng cùng lúc với `{}`", of(ContextKind::PriorArg))
        }
        ErrorKind::InvalidValue if value.is_empty() => format!("`{argument}` cần một giá trị"),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            format!("`{argument}` không thể là `{value}`")
        }
        ErrorKind::TooManyValues | ErrorKind::WrongNumberOfValues | ErrorKind::TooFewValues => {
            format!("`{argument}` có số giá trị không đúng")
        }
        ErrorKind::InvalidUtf8 => "tham số có chữ không đọc được (không phải UTF-8)".to_owned(),
        _ => return None,
    };
    let near = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue];
    let near = near.into_iter().find_map(|kind| error.get(kind)).map(likeliest).filter(|near| !near.is_empty());
    let known = of(ContextKind::ValidValue);
    let mut told = format!("lỗi: {message}\n");
    if let Some(near) = near {
        told.push_str(&format!("  có phải bạn muốn viết `{near}`?\n"));
    }
    if !known.is_empty() {
        told.push_str(&format!("  viết một trong: `{known}`\n"));
    }
    if let Some(ContextValue::StyledStr(usage)) = error.get(ContextKind::Usage) {
        let usage = usage.to_string();
        told.push_str(&format!("\nCách dùng: {}\n", usage.trim_start_matches("Usage:").trim()));
    }
    told.push_str("\nXem thêm: --help\n");
    Some(told)
}

/// Of several suggestions clap names the likeliest last.
fn likeliest(value: &ContextValue) -> String {
    match value {
        ContextValue::Strings(texts) => texts.last().cloned().unwrap_or_default(),
        value => text(value),
    }
}

fn text(value: &ContextValue) -> String {
    match value {
        ContextValue::String(text) => text.clone(),
        ContextValue::Strings(texts) => texts.join("`, `"),
        ContextValue::StyledStr(text) => text.to_string(),
        ContextValue::StyledStrs(texts) => texts.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
        ContextValue::Number(number) => number.to_string(),
        ContextValue::Bool(is) => is.to_string(),
        _ => String::new(),
    }
}
