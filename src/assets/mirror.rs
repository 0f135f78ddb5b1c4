// Part of the build script, and of the tests.

/// A stylesheet for pages that are written from right to left: left and right change places, and shapes are mirrored, but for the tick of
/// a checkbox, which is the same everywhere.
pub(super) fn mirrored(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut selector = String::new();
    let mut rest = css;
    while let Some((chunk, delimiter)) = next_chunk(rest) {
        rest = &rest[chunk.len() + delimiter.len()..];
        if delimiter == "{" {
            chunk.clone_into(&mut selector);
            out.push_str(chunk);
        } else {
            out.push_str(&mirrored_declaration(chunk, selector.contains("checkboxes__label")));
        }
        out.push_str(delimiter);
    }
    out
}

/// The text up to the next `{`, `}` or `;` that is not in a comment, a string or brackets, and that character.
fn next_chunk(css: &str) -> Option<(&str, &str)> {
    let (mut quote, mut depth, mut comment) = (None, 0, false);
    for (at, byte) in css.bytes().enumerate() {
        match (comment, quote, byte) {
            (true, ..) => comment = !css[..=at].ends_with("*/"),
            (false, Some(open), _) if byte == open => quote = None,
            (false, None, b'"' | b'\'') => quote = Some(byte),
            (false, None, b'*') => comment = css[..at].ends_with('/'),
            (false, None, b'(') => depth += 1,
            (false, None, b')') => depth -= 1,
            (false, None, b'{' | b'}' | b';') if depth == 0 => return Some((&css[..at], &css[at..=at])),
            _ => {}
        }
    }
    if css.is_empty() { None } else { Some((css, "")) }
}

fn mirrored_declaration(declaration: &str, keeps_its_shape: bool) -> String {
    let Some((property, value)) = declaration.split_once(':') else { return declaration.to_owned() };
    let is_shape = matches!(property, "transform" | "clip-path" | "border-width");
    if is_shape && keeps_its_shape {
        return declaration.to_owned();
    }
    let value = match property {
        "float" | "clear" | "text-align" => swapped(value),
        "margin" | "padding" | "border-width" | "border-style" | "border-color" => mirrored_sides(value),
        "transform" => {
            value.replace("rotate(-", "rotate(+").replace("rotate(", "rotate(-").replace("rotate(-+", "rotate(")
        }
        "clip-path" if value == "polygon(0 0,100% 50%,0 100%)" => "polygon(100% 0,0 50%,100% 100%)".to_owned(),
        _ => value.to_owned(),
    };
    let sides = ["left", "right"];
    let is_side = property.split('-').any(|part| sides.contains(&part));
    format!("{}:{value}", if is_side { swapped(property) } else { property.to_owned() })
}

fn swapped(text: &str) -> String {
    text.replace("left", "\0").replace("right", "left").replace('\0', "right")
}

/// `1px 2px 3px 4px` is top, right, bottom, left.
fn mirrored_sides(value: &str) -> String {
    let (sides, important) = value.strip_suffix("!important").map_or((value, ""), |sides| (sides, "!important"));
    let mut parts = vec![""; 1];
    let (mut depth, mut start) = (0, 0);
    for (at, byte) in sides.bytes().enumerate() {
        match byte {
            b'(' => depth += 1,
            b')' => depth -= 1,
            b' ' if depth == 0 => {
                parts.push("");
                start = at + 1;
                continue;
            }
            _ => {}
        }
        if let Some(part) = parts.last_mut() {
            *part = &sides[start..=at];
        }
    }
    match parts.as_slice() {
        [top, right, bottom, left] => format!("{top} {left} {bottom} {right}{important}"),
        _ => value.to_owned(),
    }
}
