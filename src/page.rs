//! The page around the content: head, header, service navigation, phase banner, back link, footer, and the [`Brand`].

mod brand;
mod colour;
mod layout;

use std::borrow::Cow;
use std::sync::atomic::{AtomicUsize, Ordering};

use brand::Written;
pub use brand::{Brand, BrandBuilder, BrandError};
pub use colour::{Colour, ColourError};
#[cfg(feature = "journey")]
pub(crate) use layout::PageFrame;
pub use layout::{Document, Layout, LayoutPage};
pub(crate) use layout::{FORM_ID, default_button};

use crate::components::{
    BackLink, Breadcrumbs, Footer, FooterMeta, GenericHeader, PhaseBanner, ServiceNavigation, SkipLink,
};
use crate::language::{Direction, Locale, Word};
use crate::markup::{
    Attributes, Component, Content, Markup, PreEscaped, Rarely, Token, Writer, fixed_with_classes, html_of, name,
    render_components, setters, tag,
};

/// The script that every page has, which tells the styles that there are scripts. It is inline because it must run before the page is
/// painted.
pub const SCRIPT: &str = "document.body.className += ' js-enabled' + ('noModule' in HTMLScriptElement.prototype ? ' govuk-frontend-supported' : '');";

/// The hash of [`SCRIPT`] for a `Content-Security-Policy`: `script-src 'self' 'sha256-...'`
/// (<https://www.w3.org/TR/CSP3/#grammardef-hash-source>).
pub const SCRIPT_HASH: &str = "sha256-GUQ5ad8JK5KmEWmROf3LZd9ge94daqNvd8xy9YS1iDw=";

/// For pages whose titles have the same length, the size of the largest so far and an eighth: most of them are one page with other
/// data. A page that is given enough room at first is never copied to grow.
static ROOM: [AtomicUsize; 32] = [const { AtomicUsize::new(16 * 1024) }; 32];

/// A whole page.
///
/// Its title is composed as the
/// [design system](https://design-system.service.gov.uk/styles/page-template/) asks: "Error: " if there are errors, the
/// heading, the service, the organisation.
///
/// ```
/// use maud::html;
/// use townhall::components::{BackLink, Button, Input, Label};
/// use townhall::page::{Brand, Page};
///
/// let brand = Brand::council("London Borough of Northbridge").build()?;
/// let page = Page::new(&brand, "What is your postcode?")
///     .service_name("Apply for a parking permit")
///     .service_url("/")
///     .back_link(BackLink::new("/start"))
///     .content(html! {
///         form method="post" novalidate {
///             (Input::new("postcode", Label::page_heading("What is your postcode?")).autocomplete("postal-code"))
///             (Button::new("Continue"))
///         }
///     });
/// let html = page.render_document().into_string();
/// assert!(html.contains(
///     "<title>What is your postcode? – Apply for a parking permit – London Borough of Northbridge</title>"
/// ));
/// # Ok::<(), townhall::page::BrandError>(())
/// ```
///
/// # Blocks
///
/// Every block and variable of the official `template.njk` is a setter. A block that is set replaces what stands there by
/// itself, and empty content leaves it out: `.skip_link_block("")`.
///
/// # Styles and scripts
///
/// With the feature `assets` the page links to the embedded stylesheet, the brand's own, and the script, below
/// [`Page::asset_path`]. Without it, put links into [`Page::head`] and [`Page::body_end`].
///
/// # Headers
///
/// As a response a page has a `Content-Security-Policy` and the other headers of `web::security_headers`. For others, or none, make a [`Document`] of it:
/// `Document::new(page.render_document()).without_security_headers()`.
#[derive(Clone)]
#[must_use]
pub struct Page<'a> {
    brand: &'a Brand,
    title: Cow<'a, str>,
    service_name: Cow<'a, str>,
    service_url: Cow<'a, str>,
    has_errors: bool,
    error_title_prefix: Option<Token<'a>>,
    html_lang: Token<'a>,
    dir: Token<'a>,
    asset_path: Token<'a>,
    main_classes: Cow<'a, str>,
    body_start: Content<'a>,
    skip_link_text: Content<'a>,
    header_block: Option<Content<'a>>,
    phase_banner: Option<PhaseBanner<'a>>,
    way_back: WayBack<'a>,
    container_start: Content<'a>,
    content: Content<'a>,
    footer_block: Option<Content<'a>>,
    footer_meta: Option<FooterMeta<'a>>,
    locale: Option<&'a Locale>,
    rare: Rarely<Rare<'a>>,
}

/// What few pages have, kept apart so that a page without it is small.
#[derive(Debug, Clone)]
struct Rare<'a> {
    page_title: Option<Content<'a>>,
    html_classes: Cow<'a, str>,
    page_title_lang: Cow<'a, str>,
    main_lang: Cow<'a, str>,
    theme_color: Cow<'a, str>,
    asset_url: Cow<'a, str>,
    opengraph_image_url: Cow<'a, str>,
    csp_nonce: Cow<'a, str>,
    body_classes: Cow<'a, str>,
    body_attributes: Attributes<'a>,
    header_classes: Cow<'a, str>,
    header_attributes: Attributes<'a>,
    container_classes: Cow<'a, str>,
    container_attributes: Attributes<'a>,
    main_attributes: Attributes<'a>,
    footer_classes: Cow<'a, str>,
    footer_attributes: Attributes<'a>,
    head: Content<'a>,
    head_icons: Option<Content<'a>>,
    skip_link_block: Option<Content<'a>>,
    header_start: Content<'a>,
    site_header: Option<Content<'a>>,
    service_navigation: Option<Content<'a>>,
    header_end: Content<'a>,
    container_block: Option<Content<'a>>,
    main_block: Option<Content<'a>>,
    container_end: Content<'a>,
    footer_start: Content<'a>,
    site_footer: Option<Content<'a>>,
    footer_end: Content<'a>,
    body_end: Content<'a>,
}

/// Where the assets are, unless a page says something else.
const ASSET_PATH: &str = "/assets";

/// Nothing of it.
static NONE: Rare<'static> = Rare::new();

impl Rare<'_> {
    const fn new() -> Self {
        Self {
            page_title: None,
            html_classes: Cow::Borrowed(""),
            page_title_lang: Cow::Borrowed(""),
            main_lang: Cow::Borrowed(""),
            theme_color: Cow::Borrowed(""),
            asset_url: Cow::Borrowed(""),
            opengraph_image_url: Cow::Borrowed(""),
            csp_nonce: Cow::Borrowed(""),
            body_classes: Cow::Borrowed(""),
            body_attributes: Attributes::new(),
            header_classes: Cow::Borrowed(""),
            header_attributes: Attributes::new(),
            container_classes: Cow::Borrowed(""),
            container_attributes: Attributes::new(),
            main_attributes: Attributes::new(),
            footer_classes: Cow::Borrowed(""),
            footer_attributes: Attributes::new(),
            head: Content::empty(),
            head_icons: None,
            skip_link_block: None,
            header_start: Content::empty(),
            site_header: None,
            service_navigation: None,
            header_end: Content::empty(),
            container_block: None,
            main_block: None,
            container_end: Content::empty(),
            footer_start: Content::empty(),
            site_footer: None,
            footer_end: Content::empty(),
            body_end: Content::empty(),
        }
    }
}

impl Default for Rare<'_> {
    fn default() -> Self {
        Self::new()
    }
}

/// A page has a back link or breadcrumbs, never both.
#[derive(Debug, Clone)]
enum WayBack<'a> {
    None,
    BackLink(BackLink<'a>),
    Breadcrumbs(Breadcrumbs<'a>),
}

impl<'a> Page<'a> {
    /// A page of a brand with its title, which is its heading: unique in the service.
    pub fn new(brand: &'a Brand, title: impl Into<Cow<'a, str>>) -> Self {
        Self {
            brand,
            title: title.into(),
            service_name: Cow::Borrowed(""),
            service_url: Cow::Borrowed(""),
            has_errors: false,
            error_title_prefix: None,
            html_lang: Token::fixed("en"),
            dir: Token::EMPTY,
            asset_path: Token::fixed(ASSET_PATH),
            main_classes: Cow::Borrowed(""),
            body_start: Content::empty(),
            skip_link_text: Content::fixed("Skip to main content"),
            header_block: None,
            phase_banner: None,
            way_back: WayBack::None,
            container_start: Content::empty(),
            content: Content::empty(),
            footer_block: None,
            footer_meta: None,
            locale: None,
            rare: None,
        }
    }

    setters! {
        /// The name of the service, in the title and in the service navigation.
        service_name(into Cow<'a, str>)
        /// Where the service's name leads.
        service_url(into Cow<'a, str>)
        /// Whether the page shows errors, which its title then says first.
        has_errors(bool)
        /// What the title of a page with errors starts with: "Error: " unless it is set.
        error_title_prefix(token)
        /// The whole title, instead of the one that is composed. Block `pageTitle`.
        page_title(into Content<'a>) => rare
        /// The language of the page, as a tag ([WCAG 3.1.1](https://www.w3.org/WAI/WCAG22/Understanding/language-of-page)): `en` unless it is set.
        html_lang(token)
        /// The direction of writing, if it is not left to right: `rtl`.
        dir(token)
        /// Classes to add to those of `html`.
        html_classes(into Cow<'a, str>) => rare
        /// The language of the title, if it is not that of the page.
        page_title_lang(into Cow<'a, str>) => rare
        /// The language of `main`, if it is not that of the page.
        main_lang(into Cow<'a, str>) => rare
        /// The colour that browsers show around the page: the brand's unless it is set.
        theme_color(into Cow<'a, str>) => rare
        /// Where the assets are: `/assets` unless it is set.
        asset_path(token)
        /// Where the assets are, with the domain: for the image that social networks show.
        asset_url(into Cow<'a, str>) => rare
        /// The whole address of the image that social networks show.
        opengraph_image_url(into Cow<'a, str>) => rare
        /// A nonce for the inline script and for your own, which the page's `Content-Security-Policy` then names. The hash,
        /// [`SCRIPT_HASH`], needs none.
        csp_nonce(into Cow<'a, str>) => rare
        /// Classes to add to those of `body`.
        body_classes(into Cow<'a, str>) => rare
        /// Attributes of `body`.
        body_attributes(Attributes<'a>) => rare
        /// Classes to add to those of `header`.
        header_classes(into Cow<'a, str>) => rare
        /// Attributes of `header`.
        header_attributes(Attributes<'a>) => rare
        /// Classes to add to those of the container.
        container_classes(into Cow<'a, str>) => rare
        /// Attributes of the container.
        container_attributes(Attributes<'a>) => rare
        /// Classes to add to those of `main`: `govuk-main-wrapper--l` where nothing stands above it.
        main_classes(into Cow<'a, str>)
        /// Attributes of `main`.
        main_attributes(Attributes<'a>) => rare
        /// Classes to add to those of `footer`.
        footer_classes(into Cow<'a, str>) => rare
        /// Attributes of `footer`.
        footer_attributes(Attributes<'a>) => rare
        /// More for the head: stylesheets, a description. Block `head`.
        head(into Content<'a>) => rare
        /// The icons, instead of the brand's. Block `headIcons`.
        head_icons(into Content<'a>) => rare
        /// First thing in the body: the cookie banner. Block `bodyStart`.
        body_start(into Content<'a>)
        /// Instead of the skip link. Block `govukSkipLink`.
        skip_link_block(into Content<'a>) => rare
        /// The skip link's text: "Skip to main content" unless it is set.
        skip_link_text(into Content<'a>)
        /// Instead of the whole `header`. Block `header`.
        header_block(into Content<'a>)
        /// First thing in `header`. Block `headerStart`.
        header_start(into Content<'a>) => rare
        /// Instead of the brand's header. Block `govukHeader`.
        site_header(into Content<'a>) => rare
        /// Instead of the service navigation that [`Page::service_name`] makes. Block `govukServiceNavigation`.
        service_navigation(into Content<'a>) => rare
        /// The phase of the service, below its navigation.
        phase_banner(PhaseBanner<'a>)
        /// Last thing in `header`. Block `headerEnd`.
        header_end(into Content<'a>) => rare
        /// Instead of the container with all that is in it. Block `container`.
        container_block(into Content<'a>) => rare
        /// Before `main`, after back link or breadcrumbs. Block `containerStart`.
        container_start(into Content<'a>)
        /// Instead of `main`. Block `main`.
        main_block(into Content<'a>) => rare
        /// What the page is about. Block `content`.
        content(into Content<'a>)
        /// After `main`. Block `containerEnd`.
        container_end(into Content<'a>) => rare
        /// Instead of the whole `footer`. Block `footer`.
        footer_block(into Content<'a>)
        /// First thing in `footer`. Block `footerStart`.
        footer_start(into Content<'a>) => rare
        /// The links in the brand's footer: "Privacy", "Accessibility", "Cookies", "Terms and conditions".
        footer_meta(FooterMeta<'a>)
        /// Instead of the brand's footer. Block `govukFooter`.
        site_footer(into Content<'a>) => rare
        /// Last thing in `footer`. Block `footerEnd`.
        footer_end(into Content<'a>) => rare
        /// Last thing in the body: scripts of your own. Block `bodyEnd`.
        body_end(into Content<'a>) => rare
    }

    /// Puts the page's own words into the language of the locale, those of the back link, the breadcrumbs and the footer's heading
    /// included, and sets the language and the direction of writing. Call it after those are set.
    pub fn localised(mut self, locale: &'a Locale) -> Self {
        self.html_lang = Token::new(locale.tag());
        self.dir = Token::fixed(match locale.direction() {
            Direction::LeftToRight => "",
            Direction::RightToLeft => "rtl",
        });
        self.skip_link_text = locale.word(Word::SkipToMainContent).into();
        self.footer_meta = self.footer_meta.map(|meta| meta.localised(locale));
        self.way_back = match self.way_back {
            WayBack::None => WayBack::None,
            WayBack::BackLink(link) => WayBack::BackLink(link.localised(locale)),
            WayBack::Breadcrumbs(breadcrumbs) => WayBack::Breadcrumbs(breadcrumbs.localised(locale)),
        };
        self.locale = Some(locale);
        self
    }

    /// A link to the page before this one, instead of breadcrumbs.
    pub fn back_link(mut self, link: BackLink<'a>) -> Self {
        self.way_back = WayBack::BackLink(link);
        self
    }

    /// Breadcrumbs, instead of a back link.
    pub fn breadcrumbs(mut self, breadcrumbs: Breadcrumbs<'a>) -> Self {
        self.way_back = WayBack::Breadcrumbs(breadcrumbs);
        self
    }

    /// Renders the page into one string, which has room for it from the start.
    #[must_use]
    pub fn render_document(&self) -> Markup {
        let room = &ROOM[self.title.len() % ROOM.len()];
        let mut html = String::with_capacity(room.load(Ordering::Relaxed));
        self.write(&mut Writer::new(&mut html));
        room.fetch_max(html.len() + html.len() / 8, Ordering::Relaxed);
        if html.capacity() / 4 > html.len() {
            // Another page with a title of this length was far larger. A response may be kept for long, this much memory not.
            html.shrink_to_fit();
        }
        PreEscaped(html)
    }

    /// The nonce of its scripts. Empty if it has none.
    #[cfg(feature = "http")]
    pub(crate) fn nonce(&self) -> &str {
        &self.rare().csp_nonce
    }

    fn rare(&self) -> &Rare<'a> {
        self.rare.as_deref().unwrap_or(&NONE)
    }

    fn write_title(&self, out: &mut Writer<'_>) {
        if let Some(title) = &self.rare().page_title {
            return out.content(title);
        }
        if self.has_errors {
            match (&self.error_title_prefix, self.locale) {
                (Some(prefix), _) => out.token(prefix),
                (None, Some(locale)) => {
                    out.text(locale.word(Word::Error));
                    out.fixed(": ");
                }
                (None, None) => out.fixed("Error: "),
            }
        }
        out.text(&self.title);
        for part in [&self.service_name, &self.brand.organisation] {
            if !part.is_empty() && *part != self.title {
                out.fixed(" – ");
                out.text(part);
            }
        }
    }

    /// What the brand has written beforehand, if the page has nothing of its own there.
    fn written(&self) -> Option<&'a Written> {
        let has_nothing_rare = self.rare.is_none() && &*self.asset_path == ASSET_PATH;
        self.brand.written().filter(|_| has_nothing_rare)
    }

    /// What [`Page::written`] gives to pages of the same brand: of a page without anything of its own.
    fn to_written(&self) -> Written {
        Written {
            head: html_of(|out| self.write_head_end(out)),
            header: html_of(|out| {
                out.fixed("<header class=\"govuk-template__header\">");
                self.write_site_header(out);
            }),
            footer: html_of(|out| self.write_own_footer(out)),
            end: html_of(|out| self.write_end(out)),
        }
    }

    fn colour(&self) -> &str {
        let set = &self.rare().theme_color;
        if set.is_empty() { &self.brand.theme_colour } else { set }
    }

    fn write_head(&self, out: &mut Writer<'_>) {
        let rare = self.rare();
        out.fixed("<head><meta charset=\"utf-8\"><title");
        out.nonempty(name!("lang"), &rare.page_title_lang);
        out.fixed(">");
        self.write_title(out);
        match self.written() {
            Some(written) if &*self.dir != "rtl" => out.render(&written.head),
            _ => self.write_head_end(out),
        }
    }

    /// The head after the title.
    fn write_head_end(&self, out: &mut Writer<'_>) {
        let rare = self.rare();
        out.fixed(concat!(
            "</title><meta name=\"viewport\" content=\"width=device-width, initial-scale=1, viewport-fit=cover\">",
            "<meta name=\"theme-color\" content=\"",
        ));
        out.text(self.colour());
        out.fixed("\">");
        #[cfg(feature = "assets")]
        for stylesheet in self.brand.stylesheets(match &*self.dir {
            "rtl" => Direction::RightToLeft,
            _ => Direction::LeftToRight,
        }) {
            out.fixed("<link rel=\"stylesheet\" href=\"");
            self.write_asset(out, stylesheet);
            out.fixed("\">");
        }
        out.content(&rare.head);
        match &rare.head_icons {
            Some(icons) => out.content(icons),
            None if self.brand.is_gov_uk => self.write_gov_uk_icons(out),
            None => self.write_icon(out),
        }
        if !rare.opengraph_image_url.is_empty() {
            out.element(tag!("meta"))
                .attr(name!("property"), "og:image")
                .attr(name!("content"), &rare.opengraph_image_url)
                .void();
        } else if !rare.asset_url.is_empty() {
            out.element(tag!("meta"))
                .attr(name!("property"), "og:image")
                .attr_with(name!("content"), |value| {
                    value.text(&rare.asset_url);
                    value.fixed("/images/govuk-opengraph-image.png");
                })
                .void();
        }
        out.fixed("</head>");
    }

    fn write_icon(&self, out: &mut Writer<'_>) {
        if let Some(icon) = &self.brand.icon {
            out.fixed("<link rel=\"icon\" href=\"");
            out.text(icon);
            out.fixed("\">");
        }
        #[cfg(feature = "assets")]
        if let (None, Some(icon)) = (&self.brand.icon, self.brand.own_icon()) {
            out.fixed("<link rel=\"icon\" href=\"");
            self.write_asset(out, icon);
            out.fixed("\">");
        }
    }

    fn write_asset(&self, out: &mut Writer<'_>, file: &str) {
        out.token(&self.asset_path);
        out.fixed("/");
        // The names are this crate's: letters, digits, hyphens and points.
        out.html(file);
    }

    fn write_gov_uk_icons(&self, out: &mut Writer<'_>) {
        for (rel, file, attributes) in [
            ("icon", "images/favicon.ico", [("sizes", "48x48"), ("", "")]),
            ("icon", "images/favicon.svg", [("sizes", "any"), ("type", "image/svg+xml")]),
            ("mask-icon", "images/govuk-icon-mask.svg", [("color", self.colour()), ("", "")]),
            ("apple-touch-icon", "images/govuk-icon-180.png", [("", ""), ("", "")]),
            ("manifest", "manifest.json", [("", ""), ("", "")]),
        ] {
            out.fixed("<link rel=\"");
            out.fixed(rel);
            out.fixed("\" href=\"");
            self.write_asset(out, file);
            out.fixed("\"");
            for (name, value) in attributes {
                out.nonempty(name, value);
            }
            out.fixed(">");
        }
    }

    fn write_header(&self, out: &mut Writer<'_>) {
        if let Some(header) = &self.header_block {
            return out.content(header);
        }
        if let Some(written) = self.written() {
            out.render(&written.header);
            self.write_service(out);
            return out.fixed("</header>");
        }
        let rare = self.rare();
        out.unless_blank(
            |out| {
                fixed_with_classes!(out, "<header class=\"govuk-template__header", &rare.header_classes, "\"");
                out.attributes(&rare.header_attributes);
                out.fixed(">");
            },
            |out| {
                out.content(&rare.header_start);
                self.write_site_header(out);
                self.write_service(out);
                out.content(&rare.header_end);
            },
            |out| out.fixed("</header>"),
        );
    }

    /// The header of the brand, or the page's own.
    fn write_site_header(&self, out: &mut Writer<'_>) {
        match &self.rare().site_header {
            Some(header) => out.content(header),
            #[cfg(feature = "gov_uk")]
            None if self.brand.is_gov_uk => out.component(&crate::components::Header::new()),
            None => {
                let header = GenericHeader::new(self.brand.logo()).url(&*self.brand.homepage_url);
                out.component(&header);
            }
        }
    }

    /// The name of the service, and its phase.
    fn write_service(&self, out: &mut Writer<'_>) {
        match &self.rare().service_navigation {
            Some(navigation) => out.content(navigation),
            None if self.service_name.is_empty() => {}
            None => {
                let navigation =
                    ServiceNavigation::new().service_name(&*self.service_name).service_url(&*self.service_url);
                match self.locale {
                    Some(locale) => out.component(&navigation.localised(locale)),
                    None => out.component(&navigation),
                }
            }
        }
        if let Some(phase) = &self.phase_banner {
            out.component(phase);
        }
    }

    fn write_container(&self, out: &mut Writer<'_>) {
        let rare = self.rare();
        if let Some(container) = &rare.container_block {
            return out.content(container);
        }
        fixed_with_classes!(out, "<div class=\"govuk-width-container", &rare.container_classes, "\"");
        out.attributes(&rare.container_attributes);
        match &self.way_back {
            WayBack::None => out.fixed(">"),
            // Inside a landmark, like all else on the page: people who go from landmark to landmark find it.
            WayBack::BackLink(link) => {
                out.fixed("><nav>");
                out.component(link);
                out.fixed("</nav>");
            }
            WayBack::Breadcrumbs(breadcrumbs) => {
                out.fixed(">");
                out.component(breadcrumbs);
            }
        }
        out.content(&self.container_start);
        match &rare.main_block {
            Some(main) => out.content(main),
            None => {
                fixed_with_classes!(
                    out,
                    "<main class=\"govuk-main-wrapper",
                    &self.main_classes,
                    "\" id=\"main-content\""
                );
                out.nonempty(name!("lang"), &rare.main_lang);
                out.attributes(&rare.main_attributes);
                out.fixed(">");
                out.content(&self.content);
                out.fixed("</main>");
            }
        }
        out.content(&rare.container_end);
        out.fixed("</div>");
    }

    /// What ends the page.
    fn write_end(&self, out: &mut Writer<'_>) {
        #[cfg(feature = "assets")]
        {
            out.fixed("<script type=\"module\" src=\"");
            self.write_asset(out, crate::assets::SCRIPT);
            out.fixed("\"></script>");
        }
        out.fixed("</body></html>\n");
    }

    fn write_footer(&self, out: &mut Writer<'_>) {
        if let Some(footer) = &self.footer_block {
            return out.content(footer);
        }
        if let Some(written) = self.written()
            && self.footer_meta.is_none()
            && self.locale.is_none()
        {
            return out.render(&written.footer);
        }
        self.write_own_footer(out);
    }

    /// The footer with all that the page has of its own.
    fn write_own_footer(&self, out: &mut Writer<'_>) {
        let rare = self.rare();
        out.unless_blank(
            |out| {
                fixed_with_classes!(out, "<footer class=\"govuk-template__footer", &rare.footer_classes, "\"");
                out.attributes(&rare.footer_attributes);
                out.fixed(">");
            },
            |out| {
                out.content(&rare.footer_start);
                match &rare.site_footer {
                    Some(footer) => out.content(footer),
                    None => self.write_brand_footer(out),
                }
                out.content(&rare.footer_end);
            },
            |out| out.fixed("</footer>"),
        );
    }

    fn write_brand_footer(&self, out: &mut Writer<'_>) {
        #[cfg(feature = "gov_uk")]
        let footer = if self.brand.is_gov_uk { Footer::gov_uk() } else { Footer::new() };
        #[cfg(not(feature = "gov_uk"))]
        let footer = Footer::new();
        let name = crate::markup::from_fn(|out: &mut Writer<'_>| {
            out.fixed("© ");
            out.text(&self.brand.organisation);
        });
        let footer = if self.brand.is_gov_uk { footer } else { footer.copyright(&name) };
        let footer = match self.locale {
            Some(locale) => footer.localised(locale),
            None => footer,
        };
        footer.write_with_meta(out, self.footer_meta.as_ref());
    }
}

impl Component for Page<'_> {
    fn write(&self, out: &mut Writer<'_>) {
        let rare = self.rare();
        out.fixed("<!DOCTYPE html>\n<html lang=\"");
        out.token(&self.html_lang);
        out.fixed("\"");
        out.nonempty(name!("dir"), &self.dir);
        fixed_with_classes!(out, " class=\"govuk-template", &rare.html_classes, "\">");
        self.write_head(out);
        fixed_with_classes!(out, "<body class=\"govuk-template__body", &rare.body_classes, "\"");
        out.attributes(&rare.body_attributes);
        out.fixed("><script");
        out.nonempty(name!("nonce"), &rare.csp_nonce);
        out.fixed(">");
        out.fixed(SCRIPT);
        out.fixed("</script>");
        out.content(&self.body_start);
        out.line();
        match &rare.skip_link_block {
            Some(link) => out.content(link),
            None => out.component(&SkipLink::new("#main-content", &self.skip_link_text)),
        }
        out.line();
        self.write_header(out);
        self.write_container(out);
        self.write_footer(out);
        out.content(&rare.body_end);
        match self.written() {
            Some(written) => out.render(&written.end),
            None => self.write_end(out),
        }
    }
}

crate::markup::opaque_debug! { Page<'_> }

render_components! { Page }
