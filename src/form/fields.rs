//! [`Fields`]: how a question shows its fields, where that differs from what their types say.

use icu_properties::CodePointMapData;
use icu_properties::props::{LineBreak, Script};
use unicode_segmentation::UnicodeSegmentation;

use super::bounds::Bound;
use super::settings::Setting;
use crate::values::{ErrorArgument, FileType, ValueError};

/// What is counted, and how many of it are allowed. The server counts as the script on the page does
/// ([character count](https://design-system.service.gov.uk/components/character-count/)).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Count {
    /// Units of UTF-16, a line break as one: what the script counts by default.
    Length(u32),
    /// Characters as people see them.
    Characters(u32),
    /// Words. In languages without spaces a browser finds them in a dictionary: there the server counts fewer rather than more, so that
    /// nothing is refused that the page allows.
    Words(u32),
}

impl Count {
    pub(crate) fn limit(self) -> u32 {
        match self {
            Self::Length(limit) | Self::Characters(limit) | Self::Words(limit) => limit,
        }
    }

    /// How many there are. Browsers send line breaks as two characters, of which the script sees one.
    pub(crate) fn of(self, text: &str) -> usize {
        let text = text.replace("\r\n", "\n");
        match self {
            Self::Length(_) => text.encode_utf16().count(),
            Self::Characters(_) => text.graphemes(true).count(),
            Self::Words(_) => words(&text),
        }
    }
}

/// How a script that is written without spaces is counted: as one word for so many characters, which is more than its words have.
fn characters_of_a_word(character: char) -> Option<usize> {
    match CodePointMapData::<LineBreak>::new().get(character) {
        // Thai, Lao, Khmer, Burmese and others, whose words only a dictionary tells apart.
        LineBreak::ComplexContext => Some(10),
        _ => match CodePointMapData::<Script>::new().get(character) {
            Script::Han | Script::Hiragana => Some(3),
            _ => None,
        },
    }
}

/// Words as the script on the page counts them ([UAX #29](https://www.unicode.org/reports/tr29/)), or fewer.
fn words(text: &str) -> usize {
    let mut count = 0;
    // The run of characters without spaces that is being read: where it ends, how many it has, and how many make a word.
    let mut run: Option<(usize, usize, usize)> = None;
    for (at, word) in text.unicode_word_indices() {
        let length = word.chars().next().and_then(characters_of_a_word);
        run = match (run, length) {
            (Some((end, characters, of_a_word)), Some(length)) if end == at && of_a_word == length => {
                // The first character of each further word of the run counts.
                count += usize::from(characters.is_multiple_of(length));
                Some((at + word.len(), characters + 1, length))
            }
            (_, Some(length)) => {
                count += 1;
                Some((at + word.len(), 1, length))
            }
            (_, None) => {
                count += 1;
                None
            }
        };
    }
    count
}

/// Which files a field takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct FileRules {
    pub(crate) types: &'static [FileType],
    pub(crate) max_bytes: u64,
    /// How many, where several can be sent.
    pub(crate) most: u32,
}

impl FileRules {
    pub(super) fn wrong_type(self) -> ValueError {
        let names = self.types.iter().map(|file_type| file_type.name().to_owned()).collect();
        ValueError::new("file-type").with("types", ErrorArgument::AnyOf(names))
    }

    pub(super) fn too_many(self) -> ValueError {
        ValueError::new("file-too-many").with("max", i64::from(self.most))
    }

    pub(super) fn too_big(self) -> ValueError {
        let kilobytes = i64::try_from(self.max_bytes / 1024).unwrap_or(i64::MAX);
        ValueError::new("file-too-big").with("size", ErrorArgument::Kilobytes(kilobytes))
    }
}

/// Documents and photographs of them, up to 10 MB.
const ANY_DOCUMENT: FileRules = FileRules {
    types: &[FileType::Pdf, FileType::Jpg, FileType::Png, FileType::Heic],
    max_bytes: 10 * 1024 * 1024,
    most: 10,
};

/// How one field is shown, where that differs from what its type says.
///
/// A setting that the control of a field does not have is refused by the [content check](crate::form::ContentCheck), which says what
/// to write instead.
///
/// ```
/// use townhall::form::{Count, Field};
///
/// let reason = Field::new().rows(8).character_count(Count::Words(150));
/// let tenure = Field::new().inline();
/// # assert_ne!(reason, tenure);
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[must_use]
pub struct Field {
    pub(crate) classes: Option<&'static str>,
    pub(crate) prefix: Option<&'static str>,
    pub(crate) suffix: Option<&'static str>,
    pub(crate) autocomplete: Option<&'static str>,
    pub(crate) inline: bool,
    pub(crate) select: bool,
    pub(crate) rows: Option<u32>,
    pub(crate) count: Option<Count>,
    pub(crate) exclusive: Option<&'static str>,
    pub(crate) unmarked: bool,
    pub(crate) sample: Option<&'static str>,
    pub(crate) min: Option<Bound>,
    pub(crate) max: Option<Bound>,
    files: Option<(&'static [FileType], u64)>,
    max_files: Option<u32>,
}

impl Field {
    /// As the type says.
    pub fn new() -> Self {
        Self::default()
    }

    /// Classes of the input, the text of several lines or the select instead of the type's, for its width: `govuk-input--width-10`.
    pub fn width(mut self, classes: &'static str) -> Self {
        self.classes = Some(classes);
        self
    }

    /// A unit before the input. The label must say it too: screen readers do not read it. A copy of it that is typed does not count.
    pub fn prefix(mut self, prefix: &'static str) -> Self {
        self.prefix = Some(prefix);
        self
    }

    /// A unit after the input. The label must say it too: screen readers do not read it. A copy of it that is typed does not count.
    pub fn suffix(mut self, suffix: &'static str) -> Self {
        self.suffix = Some(suffix);
        self
    }

    /// The autofill token, where the type has none or another: `given-name`, `bday` for a date of birth, `current-password`.
    pub fn autocomplete(mut self, token: &'static str) -> Self {
        self.autocomplete = Some(token);
        self
    }

    /// Two short radios beside each other. Neither may ask anything when it is chosen.
    pub fn inline(mut self) -> Self {
        self.inline = true;
        self
    }

    /// A select instead of radios: the last resort, for long lists that everybody knows. No choice may ask anything when it is chosen.
    pub fn select(mut self) -> Self {
        self.select = true;
        self
    }

    /// A text of several lines, in a box of this height in lines: for a `String` or a [`Text`](crate::values::Text).
    pub fn rows(mut self, rows: u32) -> Self {
        self.rows = Some(rows);
        self
    }

    /// A text of several lines with a limit that is counted while people type: for a `String` or a [`Text`](crate::values::Text).
    pub fn character_count(mut self, count: Count) -> Self {
        self.count = Some(count);
        self
    }

    /// An optional field that is not marked as one: middle names.
    pub fn unmarked(mut self) -> Self {
        self.unmarked = true;
        self
    }

    /// A good answer for a type of yours that refuses most texts. It stands in for an answer that could not be read, so that the rules
    /// for the other fields can still be asked. It is written as a browser would send it, and a date as
    /// in JSON: `NB-1`, `250`, `yes`, `2030-03-27`.
    pub fn sample(mut self, answer: &'static str) -> Self {
        self.sample = Some(answer);
        self
    }

    /// The least number that is taken, for every type of number and amount, and for types of yours that are made of one. Codes: `too-low`
    /// with `min`; with [`max`](Self::max) `out-of-range` with both.
    pub fn min(mut self, min: impl Into<Bound>) -> Self {
        self.min = Some(min.into());
        self
    }

    /// The largest number that is taken. Codes: `too-high` with `max`; with [`min`](Self::min) `out-of-range` with both.
    pub fn max(mut self, max: impl Into<Bound>) -> Self {
        self.max = Some(max.into());
        self
    }

    /// The types of file that are taken, and their largest size in kilobytes: PDF, JPG, PNG and HEIC up to 10,240 unless it is set.
    pub fn files(mut self, types: &'static [FileType], max_kilobytes: u64) -> Self {
        self.files = Some((types, max_kilobytes.saturating_mul(1024)));
        self
    }

    /// How many files a field of the type `Vec<UploadedFile>` takes: 10 unless it is set.
    pub fn most_files(mut self, most: u32) -> Self {
        self.max_files = Some(most);
        self
    }

    pub(crate) fn file_rules(&self) -> FileRules {
        let (types, max_bytes) = self.files.unwrap_or((ANY_DOCUMENT.types, ANY_DOCUMENT.max_bytes));
        FileRules { types, max_bytes, most: self.max_files.unwrap_or(ANY_DOCUMENT.most) }
    }

    /// What has been set.
    pub(super) fn settings(&self) -> Vec<Setting> {
        // Every setting has a place here, and `settings::problem` decides what it means for each control.
        let Self {
            classes,
            prefix,
            suffix,
            autocomplete,
            inline,
            select,
            rows,
            count,
            exclusive,
            unmarked,
            sample,
            min,
            max,
            files,
            max_files,
        } = self;
        let mut all = Vec::new();
        all.extend(classes.map(|_| Setting::Width));
        all.extend(prefix.map(|_| Setting::Prefix));
        all.extend(suffix.map(|_| Setting::Suffix));
        all.extend(autocomplete.map(|_| Setting::Autocomplete));
        all.extend(inline.then_some(Setting::Inline));
        all.extend(select.then_some(Setting::Select));
        all.extend(rows.map(|_| Setting::Rows));
        all.extend(count.map(|_| Setting::CharacterCount));
        all.extend(exclusive.map(|_| Setting::Exclusive));
        all.extend(unmarked.then_some(Setting::Unmarked));
        all.extend(sample.map(|_| Setting::Sample));
        all.extend(min.as_ref().map(|_| Setting::Min));
        all.extend(max.as_ref().map(|_| Setting::Max));
        all.extend(files.map(|_| Setting::Files));
        all.extend(max_files.map(|_| Setting::MostFiles));
        all
    }

    /// Whether a box excludes the others.
    pub(crate) fn is_exclusive(&self, value: &str) -> bool {
        self.exclusive.unwrap_or("none") == value
    }

    /// The box that excludes the others: "None of these". A variant named `none` is one without being set.
    pub fn exclusive(mut self, value: &'static str) -> Self {
        self.exclusive = Some(value);
        self
    }
}

/// How the fields of a question are shown: one place for all that is not in their types and not words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[must_use]
pub struct Fields(Vec<(&'static str, Field)>);

impl Fields {
    /// As the types say.
    pub fn new() -> Self {
        Self::default()
    }

    /// Says how a field is shown, by its name as it is sent: `reason`, `contact-phone-number`.
    pub fn field(mut self, name: &'static str, field: Field) -> Self {
        self.0.push((name, field));
        self
    }

    /// What was said last of a field.
    pub(crate) fn of(&self, path: &str) -> Field {
        self.0.iter().rev().find(|(name, _)| *name == path).map(|(_, field)| field.clone()).unwrap_or_default()
    }

    /// The names that were given, to find the ones that no field has.
    pub(crate) fn names(&self) -> impl Iterator<Item = &'static str> {
        self.0.iter().map(|(name, _)| *name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_without_spaces_are_not_counted_by_their_characters() {
        for (text, expected) in [
            ("one two-three, four/five", 5),
            ("Dw i’n byw yng Nghymru", 5),
            ("", 0),
            ("… 👩\u{200d}👧 —", 0),
            ("میں یہاں رہتا ہوں", 4),
            ("สวัสดีครับ", 1),
            ("ฉันอยากขอใบอนุญาตจอดรถ", 2),
            ("ขอบคุณ ครับ", 2),
            ("我喜欢吃苹果", 2),
            ("我喜欢吃苹果。谢谢", 3),
            ("パスポート", 1),
            ("한국어 단어", 2),
            ("I like 苹果 pie", 4),
        ] {
            assert_eq!(words(text), expected, "{text}");
        }
    }
}
