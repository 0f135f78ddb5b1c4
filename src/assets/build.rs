//! Part of the build script: embeds the files of the front-end package.

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::Path;

use super::{Result, read};
use fingerprint::fingerprint;
use mirror::mirrored;

#[path = "fingerprint.rs"]
mod fingerprint;
#[path = "mirror.rs"]
mod mirror;

/// The script that warns before a browser in which nobody does anything is closed.
const IDLE_SCRIPT: &str = include_str!("idle.js");

/// What an embedded file is called, and what it holds.
struct File {
    name: String,
    content_type: &'static str,
    bytes: Vec<u8>,
}

pub(super) fn embed(dist: &Path, out: &Path) -> Result {
    let css = read(dist, "govuk-frontend.min.css")?;
    let css = css.split("/*# sourceMappingURL").next().unwrap_or_default();
    let js = read(dist, "govuk-frontend.min.js")?;
    let js = js.split("//# sourceMappingURL").next().unwrap_or_default();

    let library = fingerprinted("govuk-frontend", "js", js.as_bytes());
    let start = format!("import {{ initAll }} from './{}'\ninitAll()\n{IDLE_SCRIPT}", library.name);
    let start = fingerprinted("start", "js", start.as_bytes());
    let neutral_css = without_gov_uk(css)?;
    let stylesheet = fingerprinted("govuk-frontend", "css", neutral_css.as_bytes());
    let right_to_left = fingerprinted("govuk-frontend-rtl", "css", mirrored(&neutral_css).as_bytes());

    let mut source = String::new();
    writeln!(source, "/// The path of the stylesheet, below the asset path.")?;
    writeln!(source, "pub const STYLESHEET: &str = {:?};", stylesheet.name)?;
    writeln!(
        source,
        "/// The path of the stylesheet for pages that are written from right to left, below the asset path."
    )?;
    writeln!(source, "pub const STYLESHEET_RTL: &str = {:?};", right_to_left.name)?;
    writeln!(source, "/// The path of the script that starts all others, below the asset path.")?;
    writeln!(source, "pub const SCRIPT: &str = {:?};", start.name)?;
    let mut gov_uk = vec![];
    let mut gov_uk_right_to_left = String::new();
    if cfg!(feature = "gov_uk") {
        let mut css = css.to_owned();
        for folder in ["fonts", "images"] {
            for entry in fs::read_dir(dist.join("assets").join(folder))? {
                let path = entry?.path();
                println!("cargo::rerun-if-changed={}", path.display());
                let file_name =
                    path.file_name().and_then(|name| name.to_str()).ok_or("a file name that is not text")?;
                let (stem, ending) = file_name.rsplit_once('.').ok_or("a file without an ending")?;
                let bytes = fs::read(&path)?;
                let in_css = format!("/assets/{folder}/{file_name}");
                if css.contains(&in_css) {
                    let file = fingerprinted(&format!("{folder}/{stem}"), ending, &bytes);
                    css = css.replace(&in_css, &file.name);
                    gov_uk.push(file);
                } else {
                    // The page and the manifest name these as they are.
                    let name = format!("{folder}/{file_name}");
                    gov_uk.push(File { name, content_type: content_type(ending), bytes });
                }
            }
        }
        let manifest = read(dist, "assets/manifest.json")?;
        let manifest_type = "application/manifest+json";
        gov_uk.push(File { name: "manifest.json".into(), content_type: manifest_type, bytes: manifest.into() });
        let right_to_left = fingerprinted("gov-uk-rtl", "css", mirrored(&css).as_bytes());
        gov_uk_right_to_left.clone_from(&right_to_left.name);
        gov_uk.push(right_to_left);
        gov_uk.push(fingerprinted("gov-uk", "css", css.as_bytes()));
    }
    let gov_uk_stylesheet = gov_uk.last().map_or(String::new(), |file| file.name.clone());
    writeln!(source, "/// The path of GOV.UK's stylesheet, below the asset path. Empty without the feature `gov_uk`.")?;
    writeln!(source, "pub const GOV_UK_STYLESHEET: &str = {gov_uk_stylesheet:?};")?;

    writeln!(source, "/// [`GOV_UK_STYLESHEET`] for pages that are written from right to left.")?;
    writeln!(source, "pub const GOV_UK_STYLESHEET_RTL: &str = {gov_uk_right_to_left:?};")?;

    let scripts = [library, start];
    let neutral: Vec<&File> = scripts.iter().chain([&stylesheet, &right_to_left]).collect();
    let gov_uk: Vec<&File> = scripts.iter().chain(&gov_uk).collect();
    let mut number = 0;
    let mut list = |name: &str, files: &[&File], source: &mut String| -> Result {
        writeln!(source, "static {name}: &[Embedded] = &[")?;
        for file in files {
            number += 1;
            let stem = out.join(format!("asset-{number}"));
            let stem_text = stem.to_str().ok_or("a folder whose name is not text")?;
            fs::write(&stem, &file.bytes)?;
            writeln!(source, "Embedded {{ name: {:?}, content_type: {:?},", file.name, file.content_type)?;
            writeln!(
                source,
                "etag: {:?}, plain: include_bytes!({:?}),",
                format!("\"{}\"", fingerprint(&file.bytes)),
                stem_text
            )?;
            for (field, bytes) in [("brotli", brotli(&file.bytes)?), ("gzip", gzip(&file.bytes)?)] {
                // Fonts and images are compressed already.
                if bytes.len() + bytes.len() / 10 < file.bytes.len() {
                    let path = format!("{stem_text}.{field}");
                    fs::write(&path, bytes)?;
                    writeln!(source, "{field}: Some(include_bytes!({path:?})),")?;
                } else {
                    writeln!(source, "{field}: None,")?;
                }
            }
            writeln!(source, "}},")?;
        }
        writeln!(source, "];")?;
        Ok(())
    };
    list("FILES", &neutral, &mut source)?;
    if cfg!(feature = "gov_uk") {
        list("GOV_UK_FILES", &gov_uk, &mut source)?;
    }
    fs::write(out.join("assets.rs"), source)?;
    Ok(())
}

/// The stylesheet without what is GOV.UK's own: the font and the crest. The font is a custom property instead.
fn without_gov_uk(css: &str) -> Result<String> {
    let mut css = css.replace("GDS Transport,arial,sans-serif", "var(--townhall-font-family,arial,sans-serif)");
    // The comment with the font's copyright stands before its two rules.
    css = without(css, "/*! Copyright", "*/")?;
    while css.contains("@font-face{") {
        css = without(css, "@font-face{", "}")?;
    }
    while let Some(at) = css.find("/assets/") {
        let start =
            css[..at].rfind('{').and_then(|brace| css[..brace].rfind(['{', '}'])).ok_or("a rule without a start")? + 1;
        let end = at + css[at..].find('}').ok_or("a rule without an end")? + 1;
        css.replace_range(start..end, "");
    }
    for left in ["GDS Transport", "crest", "@font-face"] {
        if css.contains(left) {
            return Err(format!("the stylesheet has changed: {left:?} is still in it").into());
        }
    }
    Ok(css)
}

fn without(mut css: String, start: &str, end: &str) -> Result<String> {
    let from = css.find(start).ok_or_else(|| format!("the stylesheet has changed: there is no {start:?}"))?;
    let to = from + css[from..].find(end).ok_or_else(|| format!("the stylesheet has changed: no {end:?}"))? + end.len();
    css.replace_range(from..to, "");
    Ok(css)
}

fn fingerprinted(stem: &str, ending: &str, bytes: &[u8]) -> File {
    let name = format!("{stem}-{}.{ending}", fingerprint(bytes));
    File { name, content_type: content_type(ending), bytes: bytes.to_owned() }
}

fn content_type(ending: &str) -> &'static str {
    match ending {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff" => "font/woff",
        "woff2" => "font/woff2",
        _ => "application/octet-stream",
    }
}

fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut out = Vec::new();
    // The best takes as long as all else in a build that is not optimised.
    let quality = if std::env::var("PROFILE").is_ok_and(|profile| profile == "release") { 11 } else { 5 };
    let parameters = brotli::enc::BrotliEncoderParams { quality, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut &bytes[..], &mut out, &parameters)?;
    Ok(out)
}

fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}
