//! The front-end package as `npm ci` installs it.

use std::fs;
use std::path::PathBuf;

use serde_json::Value;

/// One official example of a component.
#[derive(Debug)]
pub(crate) struct Fixture {
    pub(crate) component: String,
    pub(crate) name: String,
    pub(crate) hidden: bool,
    pub(crate) options: Value,
    pub(crate) html: String,
    /// Classes that the page around the example needs.
    pub(crate) body_classes: String,
}

/// The folder of the package, where the build looks for it too.
pub(crate) fn dist() -> PathBuf {
    std::env::var_os("GOVUK_FRONTEND_DIST").map_or_else(
        || PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/node_modules/govuk-frontend/dist/govuk")),
        PathBuf::from,
    )
}

fn read_json(path: &PathBuf) -> Value {
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}: run `npm ci`", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The names of the components that the package has, in order.
pub(crate) fn components() -> Vec<String> {
    let folder = dist().join("components");
    let entries = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}: run `npm ci`", folder.display()));
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap())
        .filter(|entry| entry.path().join("fixtures.json").is_file())
        .map(|entry| entry.file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

/// The examples of one component.
pub(crate) fn fixtures_of(component: &str) -> Vec<Fixture> {
    let file = read_json(&dist().join("components").join(component).join("fixtures.json"));
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    file["fixtures"]
        .as_array()
        .unwrap()
        .iter()
        .map(|fixture| Fixture {
            component: component.to_owned(),
            name: text(&fixture["name"]),
            hidden: fixture["hidden"].as_bool().unwrap(),
            options: fixture["options"].clone(),
            html: text(&fixture["html"]),
            body_classes: fixture["pageTemplateOptions"]["bodyClasses"].as_str().unwrap_or_default().to_owned(),
        })
        .collect()
}

/// All examples.
pub(crate) fn fixtures() -> Vec<Fixture> {
    components().iter().flat_map(|component| fixtures_of(component)).collect()
}
