//! Service components in the style of GOV.UK for any Rust web framework: accessible, typed, off gov.uk by default.
//!
//! ```
//! use maud::html;
//! use townhall::components::{Button, Input, Label};
//! use townhall::page::{Brand, Page};
//!
//! let brand = Brand::council("London Borough of Northbridge").build()?;
//! let page = Page::new(&brand, "What is your name?").content(html! {
//!     form method="post" novalidate {
//!         (Input::new("name", Label::page_heading("What is your name?")).autocomplete("name"))
//!         (Button::new("Continue"))
//!     }
//! });
//! let html: String = page.render_document().into_string();
//! # assert!(html.contains("<title>What is your name? – London Borough of Northbridge</title>"));
//! # Ok::<(), townhall::page::BrandError>(())
//! ```
//!
//! # Modules
//!
//! A module uses those below it, never one above.
//!
//! | module | what is in it |
//! | --- | --- |
#![cfg_attr(
    feature = "journey",
    doc = "| [`web`] | the doors to web frameworks; a whole [`Service`](web::Service) as requests and responses |"
)]
#![cfg_attr(
    feature = "journey",
    doc = "| [`journey`] | several questions in order: guard, branch, change, send once; where answers are kept |"
)]
//! | [`patterns`] | whole pages: start, check answers, confirmation, task list, cookies, not found |
#![cfg_attr(
    feature = "form",
    doc = "| [`form`] | a question is a type: what was sent becomes answers, or all errors and the same page again |"
)]
//! | [`page`] | the page around the content, and the [`Brand`](page::Brand) |
#![cfg_attr(
    feature = "macro_options",
    doc = "| [`macro_options`] | any component from the JSON options of the official macros |"
)]
//! | [`components`] | the 39 components of GOV.UK Frontend 6.6.0 |
#![cfg_attr(feature = "form", doc = "| [`values`] | what people type: dates, postcodes, phone numbers, money |")]
//! | [`language`] | which language, which words; dates, numbers and lists in it |
//! | [`markup`] | content that is text or HTML, attributes, and the writer that all components share |
#![cfg_attr(feature = "assets", doc = "| [`assets`] | stylesheet, script, fonts and images, embedded |")]
//!
//! # What it does
//!
//! - A component that would not be accessible does not compile: `Input::new("name")` misses its label.
//! - Text is escaped. Only maud's `Markup` is HTML: no string becomes HTML by accident.
//! - The HTML is that of the official macros, compared as a browser sees it, for all 725 official examples.
//! - Pages of a council have nothing that is licensed to GOV.UK alone: no crown, no GDS Transport.
//! - A form shows all its errors at once, in the order of the page, and keeps what was typed.
//! - Its own words are there in English and Welsh; other languages can be added.
//! - A page is written into one buffer: one allocation, and one more for each list that the author makes.
//!
//! # What it does not do
//!
//! - It has no templates of its own: content of pages is written with [maud], or through [`markup::Writer`].
//! - It does not check addresses: a link to `javascript:` that is made of what somebody typed is the author's mistake.
//!   A `Content-Security-Policy` with [`page::SCRIPT_HASH`] keeps it from running.
//!
//! # Features
//!
//! | feature | adds |
//! | --- | --- |
//! | (none) | components, pages, brands, languages |
//! | `form` (default) | values and forms |
//! | `multipart` | files in forms; brings `form` |
//! | `journey` | journeys, stores, and whole services on types of the `http` crate; brings `multipart` and `assets` |
//! | `sqlite`, `postgres`, `redis` | a store, and an outbox for submissions, in SQLite, PostgreSQL or Redis; brings `journey` |
//! | `schema` | the JSON Schema of values; brings `form` |
//! | `assets` | the stylesheet and script, embedded, fingerprinted and compressed; pages link to them |
//! | `http` | a page is an `http::Response`, for frameworks without a feature |
//! | `actix_web`, `axum`, `poem`, `rocket`, `tower`, `warp` | a framework: pages are responses, forms are extractors, and with `journey` services are routes; brings `assets` and `multipart` |
//! | `gov_uk` | the GOV.UK header, footer and brand, for services on gov.uk only |
//! | `macro_options` | components from the JSON options of the official macros; brings `gov_uk` |
//!
//! `assets` and `gov_uk` read the npm package `govuk-frontend` when the crate is built. The published crate carries what they need.
//!
//! [maud]: https://maud.lambda.xyz

#[cfg(feature = "assets")]
pub mod assets;
pub mod components;
pub mod cookies;
#[cfg(feature = "form")]
pub mod form;
#[cfg(feature = "journey")]
pub mod journey;
pub mod language;
#[cfg(feature = "macro_options")]
pub mod macro_options;
pub mod markup;
pub mod page;
pub mod patterns;
#[cfg(feature = "form")]
pub mod values;
#[cfg(feature = "http")]
pub mod web;

/// The code of the guides is compiled and run with the other examples.
#[cfg(all(doctest, feature = "form"))]
#[doc = include_str!("../docs/questions.md")]
struct Questions;

/// The code of the guide to journeys.
#[cfg(all(doctest, feature = "journey", feature = "sqlite", feature = "axum"))]
#[doc = include_str!("../docs/journeys.md")]
struct Journeys;

/// The code of the guide to HTML of one's own.
#[cfg(doctest)]
#[doc = include_str!("../docs/markup.md")]
struct OwnHtml;

/// The code of the guide to payments, lookups and tests.
#[cfg(all(doctest, feature = "journey", feature = "axum"))]
#[doc = include_str!("../docs/connecting.md")]
struct Connecting;

/// The code of the guide to content.
#[cfg(all(doctest, feature = "form"))]
#[doc = include_str!("../docs/content.md")]
struct ContentGuide;

/// The code of the README is compiled and run with the other examples.
#[cfg(all(doctest, feature = "assets", feature = "form"))]
#[doc = include_str!("../README.md")]
struct Readme;
