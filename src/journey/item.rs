//! [`ItemId`] and [`Items`]: which thing on a list is which.

use std::fmt;
use std::time::{SystemTime, UNIX_EPOCH};

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sha2::{Digest, Sha256};

use super::keys::random_hex;
use super::store::hex;

/// Names a thing on a list for as long as it is there: ten hexadecimal digits, in its address and in the record. Where it stands on the list changes when
/// another one is removed, so a place on the list names nothing.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct ItemId([u8; Self::DIGITS]);

impl ItemId {
    const DIGITS: usize = 10;

    /// One that no other thing has: a random one, or, without randomness, one of the time.
    pub(crate) fn new() -> Self {
        let random = random_hex::<{ Self::DIGITS / 2 }>().ok().and_then(|digits| Self::parse(&digits));
        random.unwrap_or_else(|| {
            let time = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_nanos());
            let mut digits = [b'0'; Self::DIGITS];
            for (digit, character) in digits.iter_mut().rev().zip(format!("{time:010x}").bytes().rev()) {
                *digit = character;
            }
            Self(digits)
        })
    }

    /// Reads an id. There is one spelling of each.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let is_digit = |byte: &u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
        let digits: [u8; Self::DIGITS] = text.as_bytes().try_into().ok()?;
        digits.iter().all(is_digit).then_some(Self(digits))
    }

    pub(crate) fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// The id of a thing for which none was kept. It is the same until the record is saved, and another one afterwards.
    fn derived(list: &str, key: &str, version: u64, at: usize) -> Option<Self> {
        let hash = Sha256::new().chain_update(key).chain_update([0]).chain_update(list).chain_update([0]);
        let hash = hash.chain_update(version.to_be_bytes()).chain_update(at.to_be_bytes()).finalize();
        Self::parse(hex(&hash).get(..Self::DIGITS)?)
    }
}

impl fmt::Display for ItemId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for ItemId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ItemId({self})")
    }
}

impl Serialize for ItemId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for ItemId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| D::Error::custom("an id of a thing on a list has ten hexadecimal digits"))
    }
}

/// The ids of the things on a list, in the order of the answers, and of those that were removed from it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Items {
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    ids: Vec<ItemId>,
    /// The last ones that were removed. A page about one of them says so, and what it sends does not bring it back.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    removed: Vec<ItemId>,
}

impl Items {
    /// How many of those that were removed are remembered.
    const REMOVED: usize = 50;

    /// The ids of so many things. They differ in number from those that were kept when the application's struct has changed: then ids are made from
    /// the place on the list, the key and the version of the record.
    pub(crate) fn fit(&mut self, count: usize, list: &str, key: &str, version: u64) {
        self.ids.truncate(count);
        for at in self.ids.len()..count {
            self.ids.extend(ItemId::derived(list, key, version, at));
        }
    }

    pub(crate) fn ids(&self) -> &[ItemId] {
        &self.ids
    }

    /// Where a thing stands on the list now, from 0.
    pub(crate) fn position(&self, id: ItemId) -> Option<usize> {
        self.ids.iter().position(|known| *known == id)
    }

    pub(crate) fn was_removed(&self, id: ItemId) -> bool {
        self.removed.contains(&id)
    }

    /// A thing was added at the end of the list.
    pub(crate) fn add(&mut self, id: ItemId) {
        self.ids.push(id);
    }

    /// A thing is removed. Says where it stood, from 0.
    pub(crate) fn remove(&mut self, id: ItemId) -> Option<usize> {
        let at = self.position(id)?;
        self.removed.push(self.ids.remove(at));
        let surplus = self.removed.len().saturating_sub(Self::REMOVED);
        self.removed.drain(..surplus);
        Some(at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_has_one_spelling() {
        let id = ItemId::new();
        assert_eq!(ItemId::parse(id.as_str()), Some(id));
        assert_ne!(id, ItemId::new());
        for other in
            ["", "1", "01", "+1", "123456789", "12345678901", "123456789A", "123456789g", "１２３４", " 23456789a"]
        {
            assert_eq!(ItemId::parse(other), None, "{other}");
        }
        assert_eq!(serde_json::from_str::<ItemId>(&serde_json::to_string(&id).unwrap()).unwrap(), id);
        assert!(serde_json::from_str::<ItemId>("\"1\"").is_err());
    }

    #[test]
    fn an_id_keeps_its_thing_while_others_go() {
        let mut items = Items::default();
        let ids: Vec<_> = (0..3).map(|_| ItemId::new()).collect();
        for id in &ids {
            items.add(*id);
        }
        assert_eq!(items.remove(ids[1]), Some(1));
        assert_eq!((items.position(ids[0]), items.position(ids[1]), items.position(ids[2])), (Some(0), None, Some(1)));
        assert!(items.was_removed(ids[1]) && !items.was_removed(ids[0]));
        assert_eq!(items.remove(ids[1]), None, "a second click removes nothing");
        assert_eq!(items.ids(), [ids[0], ids[2]]);
    }

    #[test]
    fn what_was_removed_is_forgotten_at_last() {
        let mut items = Items::default();
        for _ in 0..200 {
            let id = ItemId::new();
            items.add(id);
            items.remove(id);
            assert!(items.was_removed(id));
        }
        assert_eq!(items.removed.len(), Items::REMOVED);
    }

    #[test]
    fn things_without_an_id_get_one_that_is_not_used_again() {
        let fit = |count, version| {
            let mut items = Items::default();
            items.fit(count, "vehicle", "key", version);
            items
        };
        assert_eq!(fit(3, 1), fit(3, 1));
        assert_eq!(fit(3, 1).ids()[..2], *fit(2, 1).ids());
        assert_ne!(fit(1, 1), fit(1, 2));
        let mut items = fit(3, 1);
        let kept = items.ids()[0];
        items.fit(1, "vehicle", "key", 9);
        assert_eq!(items.ids(), [kept]);
    }
}
