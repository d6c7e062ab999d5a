//! What many pages give their templates alike, made into what templates read once.
//!
//! Templates cannot tell it from any other data.

use std::hash::{Hash as HashParts, Hasher};
use std::marker::PhantomData;

use serde::{Serialize, Serializer};
use tera::Value;

use crate::base::Hash;

/// A part of a page's data that others have too. Copies cost nothing.
#[derive(Debug)]
pub struct Shared<T> {
    value: Value,
    /// Of all its parts: whoever hashes it need not go through them again.
    hash: Hash,
    of: PhantomData<fn() -> T>,
}

impl<T: Serialize + HashParts> Shared<T> {
    /// Made from what serialises. What cannot be written down, which no data of a page is, is nothing to a template.
    #[must_use]
    pub fn new(of: &T) -> Self {
        let value = Value::try_from_serializable(of).unwrap_or_else(|_| Value::none());
        Self { value, hash: Hash::of_value(of), of: PhantomData }
    }
}

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Self { value: self.value.clone(), hash: self.hash, of: PhantomData }
    }
}

impl<T> HashParts for Shared<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.hash.hash(state);
    }
}

impl<T> Serialize for Shared<T> {
    /// Into the data of a template it goes as it is.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value.serialize(serializer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Serialize, HashParts)]
    struct Name {
        title: String,
    }

    #[test]
    fn templates_read_it_as_what_it_was_made_from() {
        let name = Name { title: "Đại sứ".to_owned() };
        let shared = [Shared::new(&name), Shared::new(&name).clone()];
        assert_eq!(Value::from_serializable(&shared[..]), Value::from_serializable(&[&name, &name][..]));
        assert_eq!(Hash::of_value(&shared[0]), Hash::of_value(&shared[1]));
        assert_ne!(Hash::of_value(&shared[0]), Hash::of_value(&Shared::new(&Name { title: String::new() })));
    }
}
