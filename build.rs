//! Reads the front-end package for the features `gov_uk` and `assets`. Writes to `OUT_DIR` only.

use std::error::Error;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};

#[cfg(feature = "assets")]
#[path = "src/assets/build.rs"]
mod assets;

#[path = "src/assets/package.rs"]
mod package;

type Result<T = ()> = std::result::Result<T, Box<dyn Error>>;

use package::VARIABLE;

fn main() -> Result {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-env-changed={VARIABLE}");
    let needs_package = cfg!(feature = "assets") || cfg!(feature = "gov_uk");
    if !needs_package {
        return Ok(());
    }
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    let named = env::var_os(VARIABLE).map(PathBuf::from);
    // A file that is not there must not be named to cargo, which would build again each time.
    let dist = match package::find(&root, named.as_deref()) {
        Ok(dist) => dist,
        Err(error) => {
            println!("cargo::error={error}");
            return Ok(());
        }
    };
    let out = PathBuf::from(env::var("OUT_DIR")?);
    if cfg!(feature = "gov_uk") {
        fs::write(out.join("artwork.rs"), artwork(&dist)?)?;
    }
    #[cfg(feature = "assets")]
    assets::embed(&dist, &out)?;
    Ok(())
}

/// The crown, the logotype and the logo of the licence, as constants.
fn artwork(dist: &Path) -> Result<String> {
    let logo = read(dist, "macros/logo.njk")?;
    let footer = read(dist, "components/footer/template.njk")?;
    let crown = between(&logo, "{%- set _tudorCrown %}", "{%- endset %}")?;
    let logotype = between(&logo, "{%- set _logotype %}", "{%- endset %}")?;
    let licence = format!("<svg{}</svg>", between(&footer, "<svg", "</svg>")?);
    let mut source = String::new();
    for (name, svg) in [("CROWN", crown), ("LOGOTYPE", logotype), ("LICENCE_LOGO", &licence)] {
        let words: Vec<&str> = svg.split_whitespace().collect();
        let line = words.join(" ").replace("> <", "><");
        writeln!(source, "pub(super) const {name}: &str = {line:?};")?;
    }
    Ok(source)
}

fn read(dist: &Path, file: &str) -> Result<String> {
    let path = dist.join(file);
    println!("cargo::rerun-if-changed={}", path.display());
    fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()).into())
}

fn between<'t>(text: &'t str, start: &str, end: &str) -> Result<&'t str> {
    let missing = || format!("the front-end package has changed: no {start:?} before {end:?}");
    let (_, rest) = text.split_once(start).ok_or_else(missing)?;
    let (inside, _) = rest.split_once(end).ok_or_else(missing)?;
    Ok(inside)
}
