//! Renders components from the JSON options of the official macros, one JSON object a line:
//!
//! ```sh
//! echo '{"component": "button", "options": {"text": "Save"}}' | cargo run -p render
//! ```
//!
//! Each line is answered with one line, `{"html": "..."}` or `{"error": "..."}`.

use std::io::{self, BufRead, BufWriter, Write};

use serde_json::{Value, json};

fn answer(line: &str) -> Value {
    let request: Value = match serde_json::from_str(line) {
        Ok(request) => request,
        Err(error) => return json!({ "error": format!("the line is not JSON: {error}") }),
    };
    let Some(component) = request["component"].as_str() else {
        return json!({ "error": "`component` must be the name of a component" });
    };
    let no_options = json!({});
    let options = request.get("options").unwrap_or(&no_options);
    match townhall::macro_options::render(component, options) {
        Ok(html) => json!({ "html": html.into_string() }),
        Err(error) => json!({ "error": error.to_string() }),
    }
}

fn main() -> io::Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    let mut input = io::stdin().lock();
    let mut line = Vec::new();
    while input.read_until(b'\n', &mut line)? > 0 {
        let text = String::from_utf8_lossy(&line);
        if !text.trim().is_empty() {
            writeln!(out, "{}", answer(text.trim()))?;
            // Whoever waits for the answer to this line gets it now.
            out.flush()?;
        }
        line.clear();
    }
    Ok(())
}
