//! [`Rarely`]: what hardly any component of a kind has.

use std::sync::Arc;

/// What hardly any component of a kind has: nothing takes one word.
///
/// It is counted, not boxed, for the sake of those that have nothing: compilers drop an absent `Arc` where it stands, an absent `Box` with a
/// call for each, which took 4 % of a table.
pub(crate) type Rarely<T> = Option<Arc<T>>;

/// What is there, or what is there by default, to be changed.
pub(crate) fn rarely<T: Clone + Default>(rare: &mut Rarely<T>) -> &mut T {
    Arc::make_mut(rare.get_or_insert_default())
}
