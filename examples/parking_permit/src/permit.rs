//! The questions of the permit, what the answers mean, and in which order they are asked.

use std::error::Error;

use maud::html;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use townhall::components::{Table, TableCell};
use townhall::form::{Field, Fields, Question, rules};
use townhall::journey::{Journey, Receipt, Submission};
use townhall::language::{Languages, Locale};
use townhall::values::{
    Date, EmailAddress, FullName, PhoneNumber, Postcode, Text, UkAddress, UploadedFile, VehicleRegistration,
    WholeNumber,
};
use validator::Validate;

/// Everything that is asked.
#[derive(Debug, Default, Serialize, Deserialize, JsonSchema)]
pub struct Permit {
    pub(crate) home: Option<Home>,
    pub(crate) council_tax: Option<CouncilTax>,
    pub(crate) about_you: Option<AboutYou>,
    pub(crate) contact: Option<Contact>,
    #[serde(default)]
    pub(crate) vehicles: Vec<Vehicle>,
    pub(crate) proof: Option<Proof>,
    pub(crate) length: Option<Length>,
}

#[derive(Debug, Serialize, Deserialize, Validate, JsonSchema)]
pub(crate) struct Home {
    pub(crate) postcode: Postcode,
}

#[derive(Debug, Serialize, Deserialize, Validate, JsonSchema)]
pub(crate) struct CouncilTax {
    pub(crate) pays: Pays,
}

#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Pays {
    Yes { account: Text<12> },
    No,
}

#[derive(Debug, Serialize, Deserialize, Validate, JsonSchema)]
pub(crate) struct AboutYou {
    pub(crate) full_name: FullName,
    #[validate(custom(function = rules::in_the_past))]
    pub(crate) date_of_birth: Date,
    pub(crate) address: UkAddress,
}

#[derive(Debug, Serialize, Deserialize, Validate, JsonSchema)]
pub(crate) struct Contact {
    pub(crate) how: How,
}

#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum How {
    Email(EmailAddress),
    Phone(PhoneNumber),
    Letter,
}

#[derive(Debug, Serialize, Deserialize, Validate, JsonSchema)]
pub(crate) struct Vehicle {
    pub(crate) registration: VehicleRegistration,
    pub(crate) fuel: Fuel,
}

#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Fuel {
    Electric,
    Petrol { emissions: WholeNumber<1, 500> },
    Diesel { emissions: WholeNumber<1, 500> },
}

#[derive(Debug, Serialize, Deserialize, Validate, JsonSchema)]
pub(crate) struct Proof {
    pub(crate) letter: UploadedFile,
}

#[derive(Debug, Serialize, Deserialize, Validate, JsonSchema)]
pub(crate) struct Length {
    pub(crate) months: Months,
}

#[derive(Debug, Clone, Copy, Serialize, Deserialize, JsonSchema)]
pub(crate) enum Months {
    #[serde(rename = "3")]
    Three,
    #[serde(rename = "6")]
    Six,
    #[serde(rename = "12")]
    Twelve,
}

macro_rules! questions {
    ($($question:ident $name:literal)*) => {$(
        impl Question for $question { const NAME: &'static str = $name; }
    )*};
}

questions! { Home "home" CouncilTax "council-tax" Contact "contact" Vehicle "vehicle" Proof "proof" Length "length" }

impl Question for AboutYou {
    const NAME: &'static str = "about-you";

    fn fields() -> Fields {
        Fields::new().field("date_of_birth", Field::new().autocomplete("bday"))
    }
}

/// Made-up data: the wards of Northbridge, by the first part of the postcode.
const WARDS: [(&str, &str); 4] = [("NB1", "Castle"), ("NB2", "Riverside"), ("NB3", "Market"), ("NB4", "St Anne’s")];
/// The ward in which everybody may park.
const FREE_WARD: &str = "NB5";

impl Permit {
    fn outward(&self) -> &str {
        let postcode = self.home.as_ref().map_or("", |home| home.postcode.as_str());
        postcode.split(' ').next().unwrap_or_default()
    }

    /// The ward of the home, if it is in the borough and needs a permit.
    pub(crate) fn ward(&self) -> Option<&'static str> {
        WARDS.iter().find(|(outward, _)| *outward == self.outward()).map(|(_, ward)| *ward)
    }

    fn is_in_the_free_ward(&self) -> bool {
        self.outward() == FREE_WARD
    }

    fn needs_proof(&self) -> bool {
        matches!(&self.council_tax, Some(CouncilTax { pays: Pays::No }))
    }

    /// The price in pence for a number of months: emissions decide it.
    pub(crate) fn price(&self, months: Months) -> i64 {
        let a_year: i64 = self.vehicles.iter().map(|vehicle| vehicle.fuel.pounds_a_year()).sum();
        a_year * 100 * i64::from(months.number()) / 12
    }
}

impl Fuel {
    fn pounds_a_year(&self) -> i64 {
        let by_emissions = |emissions: i64| match emissions {
            ..=100 => 60,
            101..=150 => 96,
            _ => 168,
        };
        match self {
            Self::Electric => 24,
            Self::Petrol { emissions } => by_emissions(emissions.get()),
            Self::Diesel { emissions } => by_emissions(emissions.get()) + 48,
        }
    }
}

impl Months {
    pub(crate) const ALL: [Self; 3] = [Self::Three, Self::Six, Self::Twelve];

    pub(crate) fn number(self) -> u8 {
        match self {
            Self::Three => 3,
            Self::Six => 6,
            Self::Twelve => 12,
        }
    }
}

/// The prices for these vehicles, above the question for how long.
fn prices(permit: &Permit, locale: &Locale) -> maud::Markup {
    let rows = Months::ALL.map(|months| {
        let words = locale.text_with("prices.months", &[("n", i64::from(months.number()).into())]).into_owned();
        [TableCell::new(words), TableCell::numeric(locale.money(permit.price(months)))]
    });
    let head = [TableCell::new(locale.text("prices.length")), TableCell::numeric(locale.text("prices.price"))];
    html! { (Table::new(rows).caption(locale.text("prices")).head(head).first_cell_is_header(true)) }
}

/// The whole service, in order. `send` gets the permits that are applied for.
pub fn journey<F, R>(send: F) -> Journey<Permit>
where
    F: Fn(Submission<Permit>) -> R + Send + Sync + 'static,
    R: Future<Output = Result<Receipt, Box<dyn Error + Send + Sync>>> + Send + 'static,
{
    Journey::new("permit")
        .section("eligibility")
        .question(|a: &mut Permit| &mut a.home)
        .stop("no-permit-needed", Permit::is_in_the_free_ward)
        .stop("not-in-northbridge", |a| a.ward().is_none())
        .question(|a| &mut a.council_tax)
        .section("about-you")
        .question(|a| &mut a.about_you)
        .question(|a| &mut a.contact)
        .question(|a| &mut a.proof)
        .when(Permit::needs_proof)
        .section("vehicles")
        .add_another(|a| &mut a.vehicles, 1..=3)
        .section("permit")
        .question(|a| &mut a.length)
        .intro(prices)
        .submit(send)
}

/// The words of the service, in English, Welsh and Urdu.
///
/// # Errors
///
/// If a file has a mistake: a test finds it.
pub fn languages() -> Result<Languages, townhall::language::LanguagesError> {
    Languages::builder()
        .file("en", "parking_permit/en.ftl", include_str!("../content/en.ftl"))
        .file("cy", "parking_permit/cy.ftl", include_str!("../content/cy.ftl"))
        .file("ur", "townhall.ur.ftl", include_str!("../../townhall.ur.ftl"))
        .file("ur", "parking_permit/ur.ftl", include_str!("../content/ur.ftl"))
        .on_problem(|problem| eprintln!("{problem}"))
        .build()
}
