//! What is served beside the pages.

use axum::body::{Body, to_bytes};
use axum::http::{Request, Response, StatusCode, header};
use tower::ServiceExt;
use townhall::assets::{GOV_UK_STYLESHEET, SCRIPT, STYLESHEET, asset, gov_uk_asset};
use townhall::page::{Brand, Page};
use townhall::web::axum::assets;

fn council() -> Brand {
    Brand::council("Northbridge").colour("#4a2f63").font_family("Verdana, sans-serif").build().unwrap()
}

/// Every address that a text names in quotation marks or brackets below the asset path.
fn addresses_in(text: &str, before: &str) -> Vec<String> {
    let end = |rest: &str| rest.find(['"', ')', '\'']).unwrap();
    text.match_indices(before)
        .map(|(at, _)| &text[at + before.len()..])
        .map(|rest| rest[..end(rest)].to_owned())
        .collect()
}

fn text(asset: &townhall::assets::Asset) -> &str {
    std::str::from_utf8(&asset.body).unwrap()
}

#[test]
fn whatever_a_page_names_is_there() {
    for (brand, fonts) in [(council(), 0), (Brand::gov_uk(), 4)] {
        let page = Page::new(&brand, "x").render_document().into_string();
        let named = addresses_in(&page, "=\"/assets/");
        assert!(named.len() >= 4, "{named:?}");
        let mut found_fonts = 0;
        for path in named {
            let file = brand.asset(&path, None, None);
            assert_eq!(file.status, 200, "{path}");
            if file.headers.contains(&("content-type", "text/css; charset=utf-8".into())) {
                for inner in addresses_in(text(&file), "url(") {
                    assert_eq!(brand.asset(&inner, None, None).status, 200, "{inner} in {path}");
                    found_fonts += usize::from(inner.starts_with("fonts/"));
                }
            }
        }
        assert_eq!(found_fonts, fonts);
        let start = brand.asset(SCRIPT, None, None);
        for path in addresses_in(text(&start), "'./") {
            let library = brand.asset(&path, None, None);
            assert!(text(&library).contains("initAll"), "{path}");
        }
    }
}

#[test]
fn a_council_is_served_nothing_of_gov_uk() {
    let brand = council();
    let css = brand.asset(STYLESHEET, None, None);
    assert_eq!(css.status, 200);
    for theirs in ["GDS Transport", "crest", "/assets/", "@font-face", "Calvert"] {
        assert!(!text(&css).contains(theirs), "{theirs}");
    }
    assert!(text(&css).contains("var(--townhall-font-family,arial,sans-serif)"));
    for theirs in [GOV_UK_STYLESHEET, "images/favicon.ico", "images/govuk-icon-180.png", "manifest.json"] {
        assert_eq!(gov_uk_asset(theirs, None, None).status, 200, "{theirs}");
        assert_eq!(brand.asset(theirs, None, None).status, 404, "{theirs}");
    }
    assert!(brand.stylesheet().contains("--townhall-font-family:Verdana, sans-serif"));
}

#[test]
fn two_brands_have_stylesheets_of_different_names() {
    let name = |brand: &Brand| {
        let page = Page::new(brand, "x").render_document().into_string();
        addresses_in(&page, "=\"/assets/").into_iter().find(|path| path.starts_with("brand-")).unwrap()
    };
    let other = Brand::council("Northbridge").build().unwrap();
    assert_ne!(name(&council()), name(&other));
    // A page of before the brand was changed gets the present stylesheet, which is not kept under that name.
    let before = other.asset(&name(&council()), None, None);
    assert_eq!((before.status, before.body), (200, other.asset(&name(&other), None, None).body));
    assert!(before.headers.contains(&("cache-control", "no-store".into())));
}

#[test]
fn what_is_not_there_is_not_found() {
    for path in
        ["", "/", "..", "../Cargo.toml", "/etc/passwd", "govuk-frontend.css", "fonts", "fonts/", "%2e%2e", "a\0b"]
    {
        let missing = asset(path, Some("br"), Some("*"));
        assert_eq!(missing.status, 404, "{path}");
        assert!(missing.headers.iter().all(|(name, _)| *name != "etag" && *name != "cache-control"));
    }
}

async fn get(brand: &'static Brand, path: &str, headers: &[(header::HeaderName, &str)]) -> Response<Body> {
    let app = axum::Router::new().nest("/assets", assets(brand));
    let mut request = Request::get(path);
    for (name, value) in headers {
        request = request.header(name, *value);
    }
    app.oneshot(request.body(Body::empty()).unwrap()).await.unwrap()
}

#[tokio::test]
async fn the_route_serves_files_for_ever_and_compressed() {
    let brand: &'static Brand = Box::leak(Box::new(council()));
    let path = format!("/assets/{STYLESHEET}");
    let plain = get(brand, &path, &[]).await;
    assert_eq!(plain.status(), StatusCode::OK);
    assert_eq!(plain.headers()[header::CONTENT_TYPE], "text/css; charset=utf-8");
    assert_eq!(plain.headers()[header::CACHE_CONTROL], "public, max-age=31536000, immutable");
    assert_eq!(plain.headers()[header::VARY], "accept-encoding");
    assert!(plain.headers().get(header::CONTENT_ENCODING).is_none());
    let etag = plain.headers()[header::ETAG].to_str().unwrap().to_owned();
    let plain = to_bytes(plain.into_body(), usize::MAX).await.unwrap();

    for (accepted, encoding) in [("gzip, br", "br"), ("gzip", "gzip"), ("br;q=0, gzip", "gzip")] {
        let response = get(brand, &path, &[(header::ACCEPT_ENCODING, accepted)]).await;
        assert_eq!(response.headers()[header::CONTENT_ENCODING], encoding);
        let bytes = to_bytes(response.into_body(), usize::MAX).await.unwrap();
        assert!(bytes.len() * 5 < plain.len(), "{encoding}: {} of {}", bytes.len(), plain.len());
        if encoding == "gzip" {
            let mut unpacked = Vec::new();
            std::io::Read::read_to_end(&mut flate2::read::GzDecoder::new(&bytes[..]), &mut unpacked).unwrap();
            assert_eq!(unpacked, plain);
        } else {
            let mut unpacked = Vec::new();
            brotli::BrotliDecompress(&mut &bytes[..], &mut unpacked).unwrap();
            assert_eq!(unpacked, plain);
        }
    }

    let known = get(brand, &path, &[(header::IF_NONE_MATCH, &etag)]).await;
    assert_eq!(known.status(), StatusCode::NOT_MODIFIED);
    assert_eq!(known.headers()[header::ETAG], etag.as_str());
    assert!(to_bytes(known.into_body(), usize::MAX).await.unwrap().is_empty());

    assert_eq!(get(brand, "/assets/nothing.css", &[]).await.status(), StatusCode::NOT_FOUND);
    assert_eq!(get(brand, "/assets/", &[]).await.status(), StatusCode::NOT_FOUND);
}

#[path = "../../src/assets/mirror.rs"]
mod mirror;

#[test]
fn left_and_right_change_places() {
    for (css, expected) in [
        (".a{margin-left:1px;left:0}", ".a{margin-right:1px;right:0}"),
        (".left{border-right-color:red}", ".left{border-left-color:red}"),
        ("a{float:left}b{text-align:right!important}", "a{float:right}b{text-align:left!important}"),
        ("a{margin:1px 2px 3px 4px!important}", "a{margin:1px 4px 3px 2px!important}"),
        ("a{padding:0 max(1px, .5em) 0 5px;color:left}", "a{padding:0 5px 0 max(1px, .5em);color:left}"),
        ("a{margin:1px 2px}", "a{margin:1px 2px}"),
        (
            "a{transform:rotate(225deg)}b{transform:rotate(-45deg)}",
            "a{transform:rotate(-225deg)}b{transform:rotate(45deg)}",
        ),
        (
            ".govuk-checkboxes__label:after{left:1px;transform:rotate(-45deg)}",
            ".govuk-checkboxes__label:after{right:1px;transform:rotate(-45deg)}",
        ),
        ("@media (min-width:1px){a:hover{right:0}}", "@media (min-width:1px){a:hover{left:0}}"),
        ("/*! left: {;} */a{left:0}", "/*! left: {;} */a{right:0}"),
        ("a{background:url(\"x;left:0}\");left:0}", "a{background:url(\"x;left:0}\");right:0}"),
        ("a{clip-path:polygon(0 0,100% 50%,0 100%)}", "a{clip-path:polygon(100% 0,0 50%,100% 100%)}"),
    ] {
        assert_eq!(mirror::mirrored(css), expected);
    }
}

#[test]
fn the_mirror_of_the_mirror_is_the_stylesheet() {
    let css = |path| {
        let asset = asset(path, None, None);
        String::from_utf8(asset.body.into_owned()).unwrap()
    };
    let (plain, mirrored) = (css(STYLESHEET), css(townhall::assets::STYLESHEET_RTL));
    assert_ne!(plain, mirrored);
    // Only the shape of an arrow in a corner is not turned back.
    let arrow = |css: &str| css.replace("polygon(100% 0,0 50%,100% 100%)", "polygon(0 0,100% 50%,0 100%)");
    assert_eq!(arrow(&mirror::mirrored(&mirrored)), plain);
}
