//! Part of the build script: finds the front-end package.

use std::path::{Path, PathBuf};

/// The folder that the package is taken from: itself, or its `dist/govuk`.
pub(crate) const VARIABLE: &str = "GOVUK_FRONTEND_DIST";

/// The file by which the folder is known.
const STYLESHEET: &str = "govuk-frontend.min.css";

/// The folder `dist/govuk` of the package govuk-frontend. If the variable names a folder it is there or nowhere; otherwise it is what
/// the published crate carries, or what `npm ci` installs below `root`.
///
/// # Errors
///
/// What was looked for, and where.
pub(crate) fn find(root: &Path, named: Option<&Path>) -> Result<PathBuf, String> {
    let folders = match named {
        Some(folder) => vec![folder.join("dist/govuk"), folder.to_owned()],
        None => vec![root.join("assets"), root.join("node_modules/govuk-frontend/dist/govuk")],
    };
    if let Some(folder) = folders.iter().find(|folder| folder.join(STYLESHEET).is_file()) {
        return Ok(folder.clone());
    }
    let places: Vec<String> = folders.iter().map(|folder| folder.display().to_string()).collect();
    let (places, root) = (places.join(" nor in "), root.display());
    Err(match named {
        Some(named) => format!(
            "{VARIABLE} is `{}`, but there is no {STYLESHEET} in {places}. It must name the folder of the package govuk-frontend, \
             or its folder dist/govuk. A relative folder is one below that of townhall, {root}",
            named.display()
        ),
        None => format!(
            "townhall's features `assets` and `gov_uk` need the package govuk-frontend: there is no {STYLESHEET} in {places}. Run \
             `npm ci` in {root}, or set {VARIABLE} to the folder of the package, such as node_modules/govuk-frontend"
        ),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find_in(root: &Path, named: Option<&str>) -> Result<PathBuf, String> {
        find(root, named.map(Path::new))
    }

    #[test]
    fn the_package_is_found_by_its_folder_or_its_dist() {
        let root = std::env::temp_dir().join(format!("townhall-package-{}", std::process::id()));
        let package = root.join("node_modules/govuk-frontend");
        let dist = package.join("dist/govuk");
        std::fs::create_dir_all(&dist).unwrap();
        let empty = find_in(&root, None).unwrap_err();
        std::fs::write(dist.join(STYLESHEET), "").unwrap();
        assert_eq!(find_in(&root, None).as_ref(), Ok(&dist));
        assert_eq!(find_in(&root, package.to_str()).as_ref(), Ok(&dist));
        assert_eq!(find_in(&root, dist.to_str()).as_ref(), Ok(&dist));
        let elsewhere = find_in(&root, Some("/not/there")).unwrap_err();
        std::fs::remove_dir_all(&root).unwrap();

        let root = root.display();
        assert_eq!(
            empty,
            format!(
                "townhall's features `assets` and `gov_uk` need the package govuk-frontend: there is no govuk-frontend.min.css in \
                 {root}/assets nor in {root}/node_modules/govuk-frontend/dist/govuk. Run `npm ci` in {root}, or set \
                 GOVUK_FRONTEND_DIST to the folder of the package, such as node_modules/govuk-frontend"
            )
        );
        assert_eq!(
            elsewhere,
            format!(
                "GOVUK_FRONTEND_DIST is `/not/there`, but there is no govuk-frontend.min.css in /not/there/dist/govuk nor in \
                 /not/there. It must name the folder of the package govuk-frontend, or its folder dist/govuk. A relative folder is \
                 one below that of townhall, {root}"
            )
        );
    }
}
