//! [`SignIn`]: how the application knows who somebody is.

use std::error::Error;
use std::fmt;
use std::future::Future;
use std::pin::Pin;

use http::request::Parts;

/// Who a request is from.
#[derive(Clone, PartialEq, Eq)]
pub enum SignedIn {
    /// Somebody, by what never changes about them: the number of their account.
    Person(String),
    /// Nobody yet.
    Nobody {
        /// Where people sign in: an address of the application. The service leads there with `return_to` in the query, which has the address of the page
        /// that somebody came from. When they have signed in, lead them back there:
        /// [`Service::own_address`](super::Service::own_address) says whether it is one of the service's.
        sign_in: String,
    },
}

/// It does not show who it is.
impl fmt::Debug for SignedIn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Person(_) => f.debug_tuple("Person").finish_non_exhaustive(),
            Self::Nobody { sign_in } => f.debug_struct("Nobody").field("sign_in", sign_in).finish(),
        }
    }
}

/// What [`SignIn::person`] returns: a future that may be sent to another thread. An error says that it cannot be known now: residents see the page that
/// asks them to try again later.
pub type SignInFuture<'a> = Pin<Box<dyn Future<Output = Result<SignedIn, Box<dyn Error + Send + Sync>>> + Send + 'a>>;

/// How the application knows who somebody is: GOV.UK One Login, its own accounts, a proxy that sets a header. The service itself signs nobody in.
///
/// With it, answers belong to the person and are there on every device.
/// [`ServiceBuilder::require_sign_in`](super::ServiceBuilder::require_sign_in) says for which pages.
///
/// ```
/// use townhall::web::{SignIn, SignInFuture, SignedIn};
///
/// struct Accounts;
///
/// impl SignIn for Accounts {
///     fn person<'a>(&'a self, request: &'a http::request::Parts) -> SignInFuture<'a> {
///         Box::pin(async move {
///             // A database may be asked here.
///             Ok(match request.headers.get("x-account").and_then(|account| account.to_str().ok()) {
///                 Some(account) => SignedIn::Person(account.to_owned()),
///                 None => SignedIn::Nobody { sign_in: "/sign-in".to_owned() },
///             })
///         })
///     }
/// }
/// ```
pub trait SignIn: Send + Sync + 'static {
    /// Who a request is from, by its head: headers, address, and what the application's own middleware has put into its extensions.
    fn person<'a>(&'a self, request: &'a Parts) -> SignInFuture<'a>;
}

/// Which pages of a journey need somebody who has signed in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum RequireSignIn {
    /// All.
    #[default]
    Always,
    /// The step with this address, those after it, the check and the confirmation. What was answered before belongs to the person from then on.
    From(&'static str),
    /// None: people who sign in find their answers on every device, and nobody has to.
    Never,
}

/// An address of signing in, with the way back in its query.
pub(super) fn with_return(sign_in: &str, address: &str) -> String {
    use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
    const KEPT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'/');
    let (sign_in, fragment) = sign_in.split_once('#').map_or((sign_in, None), |(before, after)| (before, Some(after)));
    let mark = if sign_in.contains('?') { '&' } else { '?' };
    let fragment = fragment.map(|fragment| format!("#{fragment}")).unwrap_or_default();
    format!("{sign_in}{mark}return_to={}{fragment}", utf8_percent_encode(address, KEPT))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_back_is_in_the_query() {
        for (sign_in, address, expected) in [
            ("/sign-in", "/home", "/sign-in?return_to=/home"),
            (
                "/sign-in?with=one-login",
                "/permit/home?change",
                "/sign-in?with=one-login&return_to=/permit/home%3Fchange",
            ),
            ("https://accounts.example/#top", "/", "https://accounts.example/?return_to=/#top"),
        ] {
            assert_eq!(with_return(sign_in, address), expected);
        }
        assert!(!format!("{:?}", SignedIn::Person("123".to_owned())).contains("123"));
    }
}
