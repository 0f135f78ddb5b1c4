//! [`Brand`]: whose page it is.

use std::borrow::Cow;
use std::fmt::Write;
use std::sync::Arc;

use maud::Markup;

use super::Page;
use super::colour::{Colour, ColourError};
#[cfg(feature = "assets")]
use crate::language::Direction;
use crate::markup::{Content, Render};

/// Contrast that text needs ([WCAG 1.4.3](https://www.w3.org/WAI/WCAG22/Understanding/contrast-minimum)).
const FOR_TEXT: f64 = 4.5;
/// The text of GOV.UK Frontend, which a brand does not change.
const TEXT: &str = "#0b0c0c";

/// Whose page it is: the name, the header, the colours and the font.
///
/// A brand is made once, when the application starts, and lent to every [`Page`](super::Page).
///
/// ```
/// use townhall::page::Brand;
///
/// let brand = Brand::council("London Borough of Northbridge")
///     .colour("#31475e")
///     .button_colour("#00664f")
///     .font_family("Verdana, sans-serif")
///     .homepage_url("https://www.northbridge.gov.uk/")
///     .build()?;
///
/// let error = Brand::council("Lemon Parish Council").colour("#ffe14d").build().unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "white text on the brand colour: #ffffff on #ffe14d has a contrast of 1.30, and needs at least 4.50 (WCAG 1.4.3)"
/// );
/// # Ok::<(), townhall::page::BrandError>(())
/// ```
///
/// The crown, the crest, GDS Transport and the blue of GOV.UK are for services on gov.uk only. `Brand::gov_uk`, behind the feature
/// `gov_uk`, has them; no other brand does.
#[derive(Debug, Clone)]
pub struct Brand {
    pub(super) organisation: Cow<'static, str>,
    pub(super) homepage_url: Cow<'static, str>,
    pub(super) logo: Option<Markup>,
    pub(super) icon: Option<String>,
    pub(super) theme_colour: Cow<'static, str>,
    pub(super) is_gov_uk: bool,
    stylesheet: String,
    #[cfg(feature = "assets")]
    own_files: Option<OwnFiles>,
    written: Option<Arc<Written>>,
}

/// What a page of a brand has around what is its own, if it has nothing of its own there: it is written once.
#[derive(Debug)]
pub(super) struct Written {
    /// The head after the title, for a page that is written from left to right, with the assets where they are by default.
    pub(super) head: Markup,
    /// The start of the header, to where the name of the service stands.
    pub(super) header: Markup,
    /// The footer of a page in English without links in it.
    pub(super) footer: Markup,
    /// What ends the page, with the assets where they are by default.
    pub(super) end: Markup,
}

/// The files that are made for a brand.
#[cfg(feature = "assets")]
#[derive(Debug, Clone)]
struct OwnFiles {
    stylesheet: crate::assets::OwnFile,
    icon: crate::assets::OwnFile,
}

/// What is wrong with a brand.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum BrandError {
    /// The organisation has no name.
    #[error("a brand needs the name of an organisation")]
    NoName,
    /// A colour cannot be read.
    #[error("the {part}: {source}")]
    Colour {
        /// Which colour.
        part: &'static str,
        /// What is wrong with it.
        source: ColourError,
    },
    /// Two colours cannot be told apart well enough.
    #[error(
        "{part}: {colour} on {background} has a contrast of {ratio:.2}, and needs at least {needed:.2} (WCAG 1.4.3)"
    )]
    Contrast {
        /// What would be hard to read.
        part: &'static str,
        /// The colour of the text.
        colour: Colour,
        /// The colour behind it.
        background: Colour,
        /// Their contrast.
        ratio: f64,
        /// The contrast that is needed.
        needed: f64,
    },
    /// The font family cannot stand in a stylesheet, or is not the organisation's to use.
    #[error("the font family `{0}`: list names with commas between them; GDS Transport is for gov.uk only")]
    FontFamily(String),
}

impl Brand {
    /// The brand of an organisation that is not on gov.uk.
    pub fn council(organisation: impl Into<String>) -> BrandBuilder {
        BrandBuilder {
            organisation: organisation.into(),
            homepage_url: "/".to_owned(),
            logo: None,
            icon: None,
            colour: "#31475e".to_owned(),
            header_colour: None,
            header_text_colour: "#ffffff".to_owned(),
            link_colour: "#1c5a8e".to_owned(),
            button_colour: "#00664f".to_owned(),
            surface_colour: "#f3f5f7".to_owned(),
            font_family: "arial, sans-serif".to_owned(),
        }
    }

    /// The brand of GOV.UK, for services on gov.uk only.
    #[cfg(feature = "gov_uk")]
    #[must_use]
    pub const fn gov_uk() -> Self {
        Self {
            organisation: Cow::Borrowed("GOV.UK"),
            homepage_url: Cow::Borrowed("//gov.uk"),
            logo: None,
            icon: None,
            theme_colour: Cow::Borrowed("#1d70b8"),
            is_gov_uk: true,
            stylesheet: String::new(),
            #[cfg(feature = "assets")]
            own_files: None,
            written: None,
        }
    }

    /// The organisation's name.
    #[must_use]
    pub fn organisation(&self) -> &str {
        &self.organisation
    }

    /// The brand's own stylesheet, which goes over that of GOV.UK Frontend. Empty for GOV.UK.
    #[must_use]
    pub fn stylesheet(&self) -> &str {
        &self.stylesheet
    }

    /// What pages have around what is their own.
    pub(super) fn written(&self) -> Option<&Written> {
        // The brand of GOV.UK can be made in a constant, and is the same wherever that is.
        #[cfg(feature = "gov_uk")]
        if self.is_gov_uk {
            static GOV_UK: std::sync::LazyLock<Written> =
                std::sync::LazyLock::new(|| Page::new(&Brand::gov_uk(), "").to_written());
            return Some(&GOV_UK);
        }
        self.written.as_deref()
    }

    pub(super) fn logo(&self) -> Content<'_> {
        match &self.logo {
            Some(logo) => Content::of(logo),
            None => Content::from(&*self.organisation),
        }
    }
}

#[cfg(feature = "assets")]
impl Brand {
    /// One of the files that pages of this brand need, by its path below the page's asset path, as a browser asks for it.
    ///
    /// `accept_encoding` and `if_none_match` are the request's headers of these names. A brand other than GOV.UK's has no file of
    /// GOV.UK's: neither fonts nor crown. Whatever is not there is answered with 404.
    #[must_use]
    pub fn asset(
        &self,
        path: &str,
        accept_encoding: Option<&str>,
        if_none_match: Option<&str>,
    ) -> crate::assets::Asset {
        let own = self
            .own_files
            .as_ref()
            .and_then(|own| own.stylesheet.asset(path, if_none_match).or_else(|| own.icon.asset(path, if_none_match)));
        match own {
            Some(asset) => asset,
            #[cfg(feature = "gov_uk")]
            None if self.is_gov_uk => crate::assets::gov_uk_asset(path, accept_encoding, if_none_match),
            None => crate::assets::asset(path, accept_encoding, if_none_match),
        }
    }

    /// The paths of the stylesheets for a direction of writing, below the asset path: for pages of your own, which link to them in this order.
    ///
    /// ```
    /// use maud::html;
    /// use townhall::language::Direction;
    /// use townhall::page::Brand;
    ///
    /// let brand = Brand::council("London Borough of Northbridge").build()?;
    /// let head = html! {
    ///     @for path in brand.stylesheets(Direction::LeftToRight) { link rel="stylesheet" href={ "/assets/" (path) }; }
    /// };
    /// assert_eq!(head.0.matches("<link").count(), 2);
    /// # Ok::<(), townhall::page::BrandError>(())
    /// ```
    pub fn stylesheets(&self, direction: Direction) -> impl Iterator<Item = &str> {
        use crate::assets::{GOV_UK_STYLESHEET, GOV_UK_STYLESHEET_RTL, STYLESHEET, STYLESHEET_RTL};
        let base = match (self.is_gov_uk, direction) {
            (true, Direction::LeftToRight) => GOV_UK_STYLESHEET,
            (true, Direction::RightToLeft) => GOV_UK_STYLESHEET_RTL,
            (false, Direction::LeftToRight) => STYLESHEET,
            (false, Direction::RightToLeft) => STYLESHEET_RTL,
        };
        std::iter::once(base).chain(self.own_files.as_ref().map(|own| own.stylesheet.path()))
    }

    /// The path of the icon that is made of the brand's colours, below the asset path.
    pub(super) fn own_icon(&self) -> Option<&str> {
        self.own_files.as_ref().map(|own| own.icon.path())
    }
}

/// Makes a [`Brand`]. Colours are `#rrggbb`; [`BrandBuilder::build`] checks them.
#[derive(Debug, Clone)]
#[must_use = "a brand is made by `build`"]
pub struct BrandBuilder {
    organisation: String,
    homepage_url: String,
    logo: Option<Markup>,
    icon: Option<String>,
    colour: String,
    header_colour: Option<String>,
    header_text_colour: String,
    link_colour: String,
    button_colour: String,
    surface_colour: String,
    font_family: String,
}

impl BrandBuilder {
    /// The main colour: of the header, of banners and of the footer's edge. White text stands on it.
    pub fn colour(mut self, colour: impl Into<String>) -> Self {
        self.colour = colour.into();
        self
    }

    /// Colours of the header, background and text, where they are not the main colour and white.
    pub fn header_colours(mut self, background: impl Into<String>, text: impl Into<String>) -> Self {
        self.header_colour = Some(background.into());
        self.header_text_colour = text.into();
        self
    }

    /// The colour of links.
    pub fn link_colour(mut self, colour: impl Into<String>) -> Self {
        self.link_colour = colour.into();
        self
    }

    /// The colour of buttons. White text stands on it.
    pub fn button_colour(mut self, colour: impl Into<String>) -> Self {
        self.button_colour = colour.into();
        self
    }

    /// The colour behind footer, cookie banner and service navigation: a very light one.
    pub fn surface_colour(mut self, colour: impl Into<String>) -> Self {
        self.surface_colour = colour.into();
        self
    }

    /// The fonts, first choice first, as in CSS. Fonts that are not on people's devices must be served and declared by a
    /// stylesheet of your own ([`Page::head`](super::Page::head)).
    pub fn font_family(mut self, fonts: impl Into<String>) -> Self {
        self.font_family = fonts.into();
        self
    }

    /// Where the logo leads: `/` unless it is set.
    pub fn homepage_url(mut self, url: impl Into<String>) -> Self {
        self.homepage_url = url.into();
        self
    }

    /// The logo in the header: the organisation's name unless it is set. An image needs its text alternative.
    pub fn logo(mut self, logo: &impl Render) -> Self {
        self.logo = Some(logo.render());
        self
    }

    /// The address of the icon that browsers show for the page. With the feature `assets` there is one with the first letter of the
    /// name unless it is set.
    pub fn icon(mut self, href: impl Into<String>) -> Self {
        self.icon = Some(href.into());
        self
    }

    /// Makes the brand.
    ///
    /// # Errors
    ///
    /// When the name is empty, a colour cannot be read, text would not stand out from what is behind it, or the font family
    /// could not stand in a stylesheet.
    pub fn build(self) -> Result<Brand, BrandError> {
        if self.organisation.trim().is_empty() {
            return Err(BrandError::NoName);
        }
        let colour = parse("brand colour", &self.colour)?;
        let header = parse("header colour", self.header_colour.as_ref().unwrap_or(&self.colour))?;
        let header_text = parse("header's text colour", &self.header_text_colour)?;
        let link = parse("link colour", &self.link_colour)?;
        let button = parse("button colour", &self.button_colour)?;
        let surface = parse("surface colour", &self.surface_colour)?;
        let text = parse("text colour", TEXT)?;
        for (part, front, back) in [
            ("white text on the brand colour", Colour::WHITE, colour),
            ("text in the header", header_text, header),
            ("links on white", link, Colour::WHITE),
            ("links on the surface colour", link, surface),
            ("white text on buttons", Colour::WHITE, button),
            ("text on the surface colour", text, surface),
        ] {
            let ratio = front.contrast(back);
            if ratio < FOR_TEXT {
                return Err(BrandError::Contrast { part, colour: front, background: back, ratio, needed: FOR_TEXT });
            }
        }
        let is_font = |c: char| c.is_alphanumeric() || matches!(c, ' ' | ',' | '-' | '_' | '"' | '\'');
        let font = self.font_family.trim();
        let quotes_match = ['"', '\''].iter().all(|quote| font.matches(*quote).count() % 2 == 0);
        if font.is_empty()
            || !font.chars().all(is_font)
            || !quotes_match
            || font.to_lowercase().contains("gds transport")
        {
            return Err(BrandError::FontFamily(self.font_family));
        }
        #[cfg(feature = "assets")]
        let icon = icon(self.organisation.trim(), header, header_text);
        let stylesheet = stylesheet(&Colours { brand: colour, header, header_text, link, button, surface }, font);
        let brand = Brand {
            organisation: Cow::Owned(self.organisation),
            homepage_url: Cow::Owned(self.homepage_url),
            logo: self.logo,
            icon: self.icon,
            theme_colour: Cow::Owned(header.to_string()),
            is_gov_uk: false,
            #[cfg(feature = "assets")]
            own_files: Some(OwnFiles {
                stylesheet: crate::assets::OwnFile::stylesheet(&stylesheet),
                icon: crate::assets::OwnFile::icon(&icon),
            }),
            stylesheet,
            written: None,
        };
        let written = Page::new(&brand, "").to_written();
        Ok(Brand { written: Some(Arc::new(written)), ..brand })
    }
}

fn parse(part: &'static str, colour: &str) -> Result<Colour, BrandError> {
    colour.parse().map_err(|source| BrandError::Colour { part, source })
}

struct Colours {
    brand: Colour,
    header: Colour,
    header_text: Colour,
    link: Colour,
    button: Colour,
    surface: Colour,
}

/// The rules that go over GOV.UK Frontend's. Buttons, the header and the file upload have literal colours there, all else are
/// custom properties. On a phone the buttons for other languages stand beside each other, so that the question is not pushed down.
fn stylesheet(colours: &Colours, font: &str) -> String {
    let Colours { brand, header, header_text, link, button, surface } = colours;
    let mut css = String::new();
    // Writing to a `String` does not fail.
    let _ = write!(
        css,
        ":root{{--govuk-brand-colour:{brand};--govuk-link-colour:{link};--govuk-link-hover-colour:{link_hover};\
         --govuk-link-visited-colour:#54319f;--govuk-template-background-colour:{surface};\
         --govuk-surface-background-colour:{surface};--govuk-surface-border-colour:{border};--townhall-font-family:{font}}}\n\
         .govuk-generic-header{{background:{header};--govuk-text-colour:{header_text}}}\n\
         .govuk-button:where(:not(.govuk-button--secondary,.govuk-button--warning,.govuk-button--inverse))\
         {{background-color:{button};box-shadow:0 2px 0 {shadow}}}\n\
         .govuk-button:where(:not(.govuk-button--secondary,.govuk-button--warning,.govuk-button--inverse)):hover\
         {{background-color:{hover}}}\n\
         .govuk-button[disabled]:where(:not(.govuk-button--secondary,.govuk-button--warning,.govuk-button--inverse)):hover\
         {{background-color:{button}}}\n\
         .govuk-button--inverse{{box-shadow:0 2px 0 {brand_shadow}}}\n\
         .govuk-file-upload-button__status,.govuk-file-upload-button:hover .govuk-file-upload-button__status\
         {{background-color:{brand}}}\n\
         .townhall-languages .govuk-button-group{{flex-flow:row wrap;column-gap:15px}}\n\
         .townhall-languages .govuk-button{{width:auto}}\n\
         @media print{{.govuk-generic-header{{background:transparent;--govuk-text-colour:inherit}}}}\n",
        link_hover = link.darkened(0.6),
        border = brand.lightened(0.5),
        shadow = button.darkened(0.5),
        hover = button.darkened(0.75),
        brand_shadow = brand.darkened(0.5),
    );
    css
}

/// A square in the header's colour with the first letter of the name.
#[cfg(feature = "assets")]
fn icon(organisation: &str, background: Colour, text: Colour) -> String {
    let letter = Content::from(&organisation[..organisation.chars().next().map_or(0, char::len_utf8)]);
    let letter = letter.render().into_string();
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 32 32\"><rect width=\"32\" height=\"32\" fill=\"{background}\"/>\
         <text x=\"16\" y=\"23\" text-anchor=\"middle\" font-family=\"arial,sans-serif\" font-size=\"20\" font-weight=\"700\" \
         fill=\"{text}\">{letter}</text></svg>"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pair_of_colours_is_checked() {
        let council = || Brand::council("Northbridge");
        for (brand, part) in [
            (council().colour("#9aa5b1"), "white text on the brand colour"),
            (council().header_colours("#ffffff", "#999999"), "text in the header"),
            (council().link_colour("#999"), "links on white"),
            (council().surface_colour("#888888"), "links on the surface colour"),
            (council().button_colour("#00aa77"), "white text on buttons"),
        ] {
            let error = brand.build().unwrap_err();
            assert!(matches!(&error, BrandError::Contrast { part: found, .. } if *found == part), "{error}");
        }
    }

    #[test]
    fn fonts_that_would_end_the_rule_or_are_not_ours_are_refused() {
        for font in ["", " ", "a;b", "a}b", "</style>", "url(x)", "\"open", "GDS Transport, arial", "\"gds transport\""]
        {
            let error = Brand::council("Northbridge").font_family(font).build().unwrap_err();
            assert_eq!(error, BrandError::FontFamily(font.to_owned()));
        }
        assert!(Brand::council("Northbridge").font_family("\"Noto Sans\", sans-serif").build().is_ok());
    }

    #[test]
    fn a_brand_has_a_name_and_colours_that_are_colours() {
        assert_eq!(Brand::council(" ").build().unwrap_err(), BrandError::NoName);
        let error = Brand::council("Northbridge").colour("teal").build().unwrap_err();
        assert!(error.to_string().starts_with("the brand colour: `teal` is not a colour"), "{error}");
    }
}
