//! Which settings of [`Field`](super::Field) a control has. The table below is all there is: what it does not refuse is honoured.

use super::bounds::takes_bounds;
use super::shape::{Control, FieldShape};

macro_rules! settings {
    ($($setting:ident $method:literal),* $(,)?) => {
        /// A setting, by the name of its method.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(super) enum Setting {
            $($setting),*
        }

        impl Setting {
            #[cfg(test)]
            const ALL: &'static [Self] = &[$(Self::$setting),*];

            fn name(self) -> &'static str {
                match self {
                    $(Self::$setting => $method),*
                }
            }
        }
    };
}

settings! {
    Width "width",
    Prefix "prefix",
    Suffix "suffix",
    Autocomplete "autocomplete",
    Inline "inline",
    Select "select",
    Rows "rows",
    CharacterCount "character_count",
    Exclusive "exclusive",
    Unmarked "unmarked",
    Sample "sample",
    Min "min",
    Max "max",
    Files "files",
    MostFiles "most_files",
}

/// What is wrong with the settings of a field, each with what to write instead.
pub(super) fn problems(field: &FieldShape) -> Vec<String> {
    let refused = |setting: Setting| {
        let reason = refusal(field, setting)?;
        Some(format!("`{}` of the field `{}`: {reason}", setting.name(), field.path))
    };
    field.shown.settings().into_iter().filter_map(refused).collect()
}

/// Whether a control does what a setting says.
pub(super) fn is_honoured(field: &FieldShape, setting: Setting) -> bool {
    refusal(field, setting).is_none()
}

/// Why a control does not have a setting.
#[allow(clippy::match_same_arms, reason = "a table is read setting by setting")]
fn refusal(field: &FieldShape, setting: Setting) -> Option<String> {
    use Control as C;
    use Setting as S;
    let control = field.control();
    let token = field.shown.autocomplete.unwrap_or_default();
    let reason = match (setting, control) {
        (S::Width, C::Input | C::Textarea | C::Password | C::Select) => return None,
        (S::Width, C::YesNo | C::Radios | C::Checkboxes) => "choices are as wide as their words. Leave it out",
        (S::Width, C::Date | C::MonthAndYear) => "each box of a date has the width of its number. Leave it out",
        (S::Width, C::File | C::Files) => "a button for files has a width of its own. Leave it out",
        (S::Prefix | S::Suffix, C::Input) => return None,
        (S::Width | S::Prefix | S::Suffix | S::Autocomplete | S::Sample, C::Group) => {
            "it belongs to one of the fields of the group"
        }
        (S::Prefix | S::Suffix, _) => "only a text input of one line has units. Say them in the label or the hint",
        (S::Autocomplete, C::Input | C::Textarea | C::Password | C::Select) => return None,
        (S::Autocomplete, C::Date) if token == "bday" => return None,
        (S::Autocomplete, C::MonthAndYear) if matches!(token, "bday" | "cc-exp") => return None,
        (S::Autocomplete, C::Date) => "browsers fill in one kind of date in three boxes, `bday`. Leave it out",
        (S::Autocomplete, C::MonthAndYear) => "browsers fill in `cc-exp` or `bday` in two boxes. Leave it out",
        (S::Autocomplete, C::YesNo | C::Radios | C::Checkboxes | C::File | C::Files) => {
            "browsers fill in no choices and no files. Leave it out"
        }
        (S::Inline, C::YesNo) => return None,
        (S::Inline, C::Radios) if field.reveals() => {
            "a choice asks something, which has its place below it and not beside it. Leave it out"
        }
        (S::Inline, C::Radios) => return None,
        (S::Inline, C::Select) => "a select has no radios. Leave out `inline` or `select`",
        (S::Inline, C::Checkboxes) => "boxes stand below each other. Leave it out",
        (S::Inline, _) => "only radios stand beside each other: an enum or a `bool`",
        (S::Select, C::Select) => return None,
        (S::Select, C::Radios) => {
            "a choice asks something, which a select cannot show. Leave it out, or ask for it as a field of its own"
        }
        (S::Select, C::YesNo) => "yes and no are radios. Leave it out",
        (S::Select, C::Checkboxes) => "a select takes one answer. Leave it out, or ask for the enum without `Vec`",
        (S::Select, _) => "only an enum has choices",
        (S::Rows | S::CharacterCount, C::Textarea) => return None,
        (S::Rows | S::CharacterCount, _) => "only a `String` or a `Text` has several lines",
        (S::Exclusive, C::Checkboxes) => {
            let value = field.shown.exclusive.unwrap_or_default();
            if field.choices().iter().any(|choice| choice.value == value) {
                return None;
            }
            let known: Vec<String> = field.choices().iter().map(|choice| format!("`{}`", choice.value)).collect();
            return Some(format!("there is no choice `{value}`, but {}", known.join(", ")));
        }
        (S::Exclusive, _) => "only checkboxes exclude others: a `Vec` of an enum",
        (S::Unmarked, _) if field.optional => return None,
        (S::Unmarked, _) => "it is not optional. Leave it out, or make the field an `Option`",
        (S::Sample, C::Input | C::Textarea | C::Password | C::YesNo | C::Radios | C::Select) => return None,
        (S::Sample, C::Date | C::MonthAndYear) => return None,
        (S::Sample, C::File | C::Files) => "the library has a file for it. Leave it out",
        (S::Sample, C::Checkboxes) => "the library ticks the first box. Leave it out",
        (S::Min | S::Max, _) if takes_bounds(field) => return None,
        (S::Min | S::Max, C::Date | C::MonthAndYear) => "dates have rules of their own, such as `rules::between`",
        (S::Min | S::Max, C::Group) => "it belongs to one of the fields of the group",
        (S::Min | S::Max, _) => "only a number has a least and a most",
        (S::Files, C::File | C::Files) => return None,
        (S::Files, _) => "only an `UploadedFile`, or a `Vec` of it, is a file",
        (S::MostFiles, C::Files) => return None,
        (S::MostFiles, _) => "only a `Vec<UploadedFile>` takes several files",
    };
    Some(reason.to_owned())
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use serde::de::DeserializeOwned;
    use serde::{Deserialize, Serialize};
    use validator::{Validate, ValidationErrors};

    use super::*;
    use crate::form::decode::decode;
    use crate::form::listing::{fill, mistakes, with};
    use crate::form::render::Rendering;
    use crate::form::shape::{Shape, probe};
    use crate::form::{Count, Field, FieldErrors, Fields, FormData, Question};
    use crate::language::Locale;
    use crate::values::{
        Date, DecimalNumber, EmailAddress, FileType, FullName, Money, MonthAndYear, Password, Text, UkAddress,
        UploadedFile, WholeNumber,
    };

    #[derive(Serialize, Deserialize)]
    struct One<T> {
        value: T,
    }

    impl<T> Validate for One<T> {
        fn validate(&self) -> Result<(), ValidationErrors> {
            Ok(())
        }
    }

    impl<T: Serialize + DeserializeOwned + 'static> Question for One<T> {
        const NAME: &'static str = "one";
    }

    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "kebab-case")]
    enum Plain {
        A,
        B,
    }

    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "kebab-case")]
    enum Asking {
        A,
        B { why: String },
    }

    #[derive(Serialize, Deserialize)]
    struct Group {
        first: String,
        second: u8,
    }

    #[derive(Serialize, Deserialize)]
    struct Own(String);

    /// All that a setting can change: the controls, blank and answered; what is wrong with answers; the sample.
    fn seen<T: Serialize + DeserializeOwned + 'static>(field: Field) -> (&'static FieldShape, String) {
        let shape: &'static Shape = Box::leak(Box::new(probe::<One<T>>(Fields::new().field("value", field))));
        assert_eq!(shape.problems, [], "{}", std::any::type_name::<T>());
        let field = shape.field("value").unwrap();
        let mut good = FormData::new();
        fill(&mut good, field);
        let mut seen = format!("{:?}", field.sample);
        let (locale, none) = (Locale::english(), FieldErrors::new());
        for data in [&FormData::new(), &good] {
            let html = Rendering::new("one", shape, data, &none, &locale).controls();
            writeln!(seen, "{}\n{}", data.to_urlencoded(), html.into_string()).unwrap();
        }
        let files = [1, 2].map(|count| {
            let mut data = with(&good, field, Vec::new());
            for n in 0..count {
                let file = UploadedFile::new(format!("{n}"), FileType::Pdf, 1, "a.pdf").unwrap();
                data.push_file("value", file, None);
            }
            data
        });
        let long = vec![("", "three words here".to_owned())];
        let wrong = mistakes(field).into_iter().chain([long]).map(|wrong| with(&good, field, wrong));
        for data in wrong.chain(files) {
            let errors = decode::<One<T>>(&data, shape).err();
            writeln!(seen, "{errors:?}").unwrap();
        }
        (field, seen)
    }

    /// A field with one setting.
    fn set(setting: Setting, sample: &'static str) -> Vec<Field> {
        let new = Field::new;
        match setting {
            Setting::Width => vec![new().width("govuk-input--width-30")],
            Setting::Prefix => vec![new().prefix("about")],
            Setting::Suffix => vec![new().suffix("miles")],
            Setting::Autocomplete => ["bday", "cc-exp", "country-name"].map(|token| new().autocomplete(token)).into(),
            Setting::Inline => vec![new().inline()],
            Setting::Select => vec![new().select()],
            Setting::Rows => vec![new().rows(9)],
            Setting::CharacterCount => vec![new().character_count(Count::Words(2))],
            Setting::Exclusive => ["a", "c"].map(|value| new().exclusive(value)).into(),
            Setting::Unmarked => vec![new().unmarked()],
            Setting::Sample => vec![new().sample(sample)],
            Setting::Min => vec![new().min(3)],
            Setting::Max => vec![new().max(9)],
            Setting::Files => vec![new().files(&[FileType::Pdf], 1)],
            Setting::MostFiles => vec![new().most_files(1)],
        }
    }

    fn check<T: Serialize + DeserializeOwned + 'static>(sample: &'static str, honoured: &mut Vec<String>) {
        let kind = std::any::type_name::<T>();
        let (_, plain) = seen::<T>(Field::new());
        for &setting in Setting::ALL {
            for settings in set(setting, sample) {
                let (field, changed) = seen::<T>(settings.clone());
                let problems = problems(field);
                assert!(
                    problems.is_empty() == (changed != plain),
                    "{settings:?} of {kind}: {problems:?}, {plain}\n-----\n{changed}"
                );
                assert!(
                    problems.iter().all(|problem| problem.starts_with(&format!("`{}`", setting.name()))),
                    "{problems:?}"
                );
                if problems.is_empty() {
                    honoured.push(format!("{} of {kind}", setting.name()));
                }
            }
        }
    }

    /// A setting changes something, or it is refused; what is refused changes nothing.
    #[test]
    fn every_setting_of_every_kind_of_field_is_honoured_or_refused() {
        let mut honoured = Vec::new();
        macro_rules! check {
            ($($type:ty: $sample:literal),* $(,)?) => {$(
                check::<$type>($sample, &mut honoured);
                check::<Option<$type>>($sample, &mut honoured);
            )*};
        }
        check! {
            String: "NB-1", Own: "NB-1", Text<20>: "NB-1", FullName: "NB-1", EmailAddress: "a@example.org", Password: "NB-1 NB-1",
            u8: "7", i64: "-7", f64: "7.5", WholeNumber<200, 300>: "250", DecimalNumber<1>: "2.5", Money: "7.50", bool: "yes",
            Date: "2030-03-27", MonthAndYear: "2030-03", Plain: "b", Asking: "b", Vec<Plain>: "b", Vec<Asking>: "b",
            UploadedFile: "x", Vec<UploadedFile>: "x", UkAddress: "x", Group: "x",
        }
        assert!(honoured.len() > 100, "{honoured:?}");
    }
}
