//! Addresses by their postcode: [`AddressLookup`], [`FindAddress`], [`ChooseAddressPage`].

use std::borrow::Cow;
use std::error::Error;
use std::future::Future;

use maud::html;
use serde::{Deserialize, Serialize};
use validator::Validate;

use super::{hidden_fields, one_error};
use crate::components::{Button, Legend, RadioItem, Radios};
use crate::form::Question;
use crate::page::{Document, FORM_ID, Layout};
use crate::values::{Postcode, Text, UkAddress};

/// A source of the addresses of a postcode: the council's own gazetteer, Ordnance Survey. The application implements it.
///
/// A lookup that fails must not stop anybody: an address can always be typed, with [`UkAddress`] in a question.
pub trait AddressLookup: Sync {
    /// The addresses of a postcode, those that match a number or name of a building if one is given.
    fn find(
        &self,
        postcode: &Postcode,
        building: Option<&str>,
    ) -> impl Future<Output = Result<Vec<UkAddress>, Box<dyn Error + Send + Sync>>> + Send;
}

/// Asks for a postcode, and a number or name of a building, to look up addresses
/// ([addresses](https://design-system.service.gov.uk/patterns/addresses/)).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Validate)]
pub struct FindAddress {
    /// The postcode.
    pub postcode: Postcode,
    /// The number or name of the building.
    pub building: Option<Text<100>>,
}

impl Question for FindAddress {
    const NAME: &'static str = "townhall-find-address";
}

/// The addresses that were found, to choose one, or to type another.
///
/// The choice is sent as `address`, its place in the list from 0. Look the addresses up again and take the one at that place: what a page sends is
/// not trusted.
///
/// ```
/// use townhall::language::Locale;
/// use townhall::page::{Brand, Layout};
/// use townhall::patterns::ChooseAddressPage;
/// use townhall::values::UkAddress;
///
/// let (brand, locale) = (Brand::council("Northbridge").build()?, Locale::english());
/// let home = UkAddress {
///     line_1: "1 High Street".parse()?, line_2: None, town: "Northbridge".parse()?, county: None, postcode: "NB1 4AB".parse()?,
/// };
/// let page = ChooseAddressPage::new([&home], "/address/find", "/address").page(&Layout::new(&brand, &locale));
/// assert!(page.html.contains("1 High Street, Northbridge, NB1 4AB"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
#[must_use]
pub struct ChooseAddressPage<'a> {
    addresses: Vec<String>,
    search: Cow<'a, str>,
    manual: Cow<'a, str>,
    has_error: bool,
    hidden: Vec<(String, String)>,
}

impl<'a> ChooseAddressPage<'a> {
    /// A page with addresses, where the search is, and where an address is typed.
    pub fn new<'u>(
        addresses: impl IntoIterator<Item = &'u UkAddress>,
        search: impl Into<Cow<'a, str>>,
        manual: impl Into<Cow<'a, str>>,
    ) -> Self {
        let addresses = addresses.into_iter().map(|address| address.lines().join(", ")).collect();
        Self { addresses, search: search.into(), manual: manual.into(), has_error: false, hidden: Vec::new() }
    }

    /// Says that none was chosen.
    pub fn has_error(mut self, has_error: bool) -> Self {
        self.has_error = has_error;
        self
    }

    hidden_setter!();

    /// The page.
    pub fn page(&self, layout: &Layout<'_>) -> Document {
        let locale = layout.locale();
        let text = |id: &str| locale.text(id);
        let manual = html! {
            p.govuk-body { a.govuk-link href=(self.manual) { (text("townhall-choose-address.manual")) } }
        };
        if self.addresses.is_empty() {
            let page = layout.page(text("townhall-no-address")).back_link(&*self.search);
            let document = page.content(html! {
                p.govuk-body { a.govuk-link href=(self.search) { (text("townhall-no-address.search")) } }
                (manual)
            });
            return document.private();
        }
        let items = self.addresses.iter().enumerate().map(|(at, address)| RadioItem::new(at.to_string(), &**address));
        let legend = Legend::page_heading(text("townhall-choose-address")).classes("govuk-fieldset__legend--l");
        let mut radios = Radios::new("address", legend, items);
        let missing = text("townhall-choose-address.missing");
        if self.has_error {
            radios = radios.error_message(&*missing).localised(locale);
        }
        let page = layout.page(text("townhall-choose-address")).without_heading().back_link(&*self.search);
        let document = page.has_errors(self.has_error).content_after(
            one_error(locale, "address", self.has_error.then_some(&*missing)),
            html! {
                form id=(FORM_ID) method="post" novalidate {
                    (hidden_fields(&self.hidden))
                    (radios)
                    (Button::new(text("townhall-continue")).prevent_double_click(true))
                }
                (manual)
            },
        );
        document.private()
    }
}

crate::markup::opaque_debug! { ChooseAddressPage<'_> }
