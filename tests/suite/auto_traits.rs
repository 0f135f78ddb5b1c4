//! Public types can be shared between threads and held across `.await`.

use townhall::components::*;
use townhall::markup::{AttributeNameError, Attributes, Content, FromFn, HeadingLevel, PluralText};
use townhall::page::{Brand, BrandBuilder, BrandError, Colour, Page};

const fn shared<T: Send + Sync + Unpin>() {}

macro_rules! check {
    ($($type:ty),* $(,)?) => { $(const _: () = shared::<$type>();)* };
}

check! {
    Accordion<'_>, BackLink<'_>, Breadcrumbs<'_>, Button<'_>, CharacterCount<'_>, Checkboxes<'_>, CookieBanner<'_>, DateInput<'_>,
    Details<'_>, ErrorMessage<'_>, ErrorSummary<'_>, ExitThisPage<'_>, Feedback<'_>, Fieldset<'_>, FileUpload<'_>, Footer<'_>,
    GenericHeader<'_>, Header<'_>, Hint<'_>, Input<'_>, InsetText<'_>, Label<'_>, LanguageNavigation<'_>, NotificationBanner<'_>,
    Pagination<'_>, Panel<'_>, PasswordInput<'_>, PhaseBanner<'_>, Radios<'_>, Select<'_>, ServiceNavigation<'_>, SkipLink<'_>,
    SummaryList<'_>, Table<'_, Vec<Vec<TableCell<'_>>>>, Tabs<'_>, Tag<'_>, TaskList<'_>, Textarea<'_>, WarningText<'_>,
    AttributeNameError, Attributes<'_>, Content<'_>, FromFn<fn(&mut townhall::markup::Writer<'_>)>, HeadingLevel, PluralText<'_>,
    Brand, BrandBuilder, BrandError, Colour, Page<'_>, townhall::assets::Asset, townhall::macro_options::OptionsError,
}

/// The checks are made when this is compiled; the names of all components are here too.
#[test]
fn every_component_is_among_those_checked() {
    let source = include_str!("auto_traits.rs");
    for name in townhall::macro_options::COMPONENTS {
        let words = name.split('-').map(|word| word[..1].to_uppercase() + &word[1..]);
        let name: String = words.collect();
        assert!(source.contains(&format!("{name}<'_")), "{name}");
    }
}
