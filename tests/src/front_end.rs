//! The front-end package as `npm ci` installs it.

use std::error::Error;
use std::fs;
use std::path::PathBuf;

use serde_json::Value;

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// One official example of a component.
#[derive(Debug)]
pub struct Fixture {
    /// The folder of the component: `date-input`.
    pub component: String,
    /// What the example is called.
    pub name: String,
    /// Whether the design system leaves it out of its pages.
    pub hidden: bool,
    /// The options of the official macro.
    pub options: Value,
    /// What the official macro makes of them.
    pub html: String,
    /// Classes that the page around the example needs.
    pub body_classes: String,
}

/// The folder of the package, where the build looks for it too.
pub fn dist() -> PathBuf {
    let installed = concat!(env!("CARGO_MANIFEST_DIR"), "/../node_modules/govuk-frontend");
    let named = std::env::var_os("GOVUK_FRONTEND_DIST").map_or_else(|| PathBuf::from(installed), PathBuf::from);
    let inside = named.join("dist/govuk");
    if inside.is_dir() { inside } else { named }
}

fn told<T, E: Error>(result: std::result::Result<T, E>, path: &std::path::Path) -> Result<T> {
    result.map_err(|error| format!("{}: {error}. `npm ci` installs the front-end package", path.display()).into())
}

/// The names of the components that the package has, in order.
pub fn components() -> Result<Vec<String>> {
    let folder = dist().join("components");
    let mut names = Vec::new();
    for entry in told(fs::read_dir(&folder), &folder)? {
        let entry = entry?;
        if entry.path().join("fixtures.json").is_file() {
            names.push(entry.file_name().into_string().map_err(|name| format!("{}", name.display()))?);
        }
    }
    names.sort();
    Ok(names)
}

/// The examples of one component.
pub fn fixtures_of(component: &str) -> Result<Vec<Fixture>> {
    let path = dist().join("components").join(component).join("fixtures.json");
    let mut file: Value = serde_json::from_str(&told(fs::read_to_string(&path), &path)?)?;
    let Value::Array(fixtures) = file["fixtures"].take() else { return Err("`fixtures` is no list".into()) };
    let text = |value: &Value| value.as_str().map(str::to_owned).ok_or("a name or HTML that is no text");
    fixtures
        .into_iter()
        .map(|mut fixture| {
            Ok(Fixture {
                component: component.to_owned(),
                name: text(&fixture["name"])?,
                hidden: fixture["hidden"] == Value::Bool(true),
                options: fixture["options"].take(),
                html: text(&fixture["html"])?,
                body_classes: text(&fixture["pageTemplateOptions"]["bodyClasses"]).unwrap_or_default(),
            })
        })
        .collect()
}

/// All examples.
pub fn fixtures() -> Result<Vec<Fixture>> {
    let mut all = Vec::new();
    for component in components()? {
        all.extend(fixtures_of(&component)?);
    }
    Ok(all)
}
