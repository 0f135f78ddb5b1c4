//! What is kept for a resident has an end, whatever is sent, and nothing that was kept is lost on the way there.

use std::sync::{Arc, Mutex};

use serde::{Deserialize, Serialize};
use townhall::form::Question;
use townhall::journey::{AnswerStore, Journey, Keys, MemoryStore, Receipt, Record, RecordId, StoreFuture};
use townhall::language::Languages;
use townhall::page::Brand;
use townhall::values::{Date, Text};
use townhall::web::Service;
use validator::Validate;

use super::tasks::Browser;

#[derive(Debug, Default, Serialize, Deserialize)]
struct Diary {
    day: Option<Day>,
    notes: Vec<Note>,
}

#[derive(Debug, Serialize, Deserialize, Validate)]
struct Day {
    day: Date,
    mood: Mood,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Mood {
    Good { why: Text<50> },
    Bad,
}

#[derive(Debug, Serialize, Deserialize, Validate)]
struct Note {
    text: Text<20_000>,
}

impl Question for Day {
    const NAME: &'static str = "day";
}
impl Question for Note {
    const NAME: &'static str = "note";
}

const WORDS: &str = "
diary = Keep a diary
diary-confirmation = Kept
day = The day
day-day = Day
    .it = the day
day-mood = Mood
    .it = your mood
    .option-good = Good
    .option-bad = Bad
day-mood-good-why = Why?
    .it = why
note = Note
    .list = { $count } notes
    .card = Note { $number }
    .another = Another?
    .remove = Remove it?
note-text = What happened?
    .it = what happened
";

/// A store that says how large records are.
#[derive(Clone, Default)]
struct Measured {
    store: MemoryStore,
    largest: Arc<Mutex<usize>>,
    last: Arc<Mutex<usize>>,
}

impl AnswerStore for Measured {
    fn load<'a>(&'a self, id: &'a RecordId) -> StoreFuture<'a, Option<Record>> {
        self.store.load(id)
    }

    fn save<'a>(&'a self, id: &'a RecordId, record: Record) -> StoreFuture<'a, u64> {
        let mut largest = self.largest.lock().unwrap();
        *largest = record.data.len().max(*largest);
        *self.last.lock().unwrap() = record.data.len();
        self.store.save(id, record)
    }

    fn delete<'a>(&'a self, id: &'a RecordId) -> StoreFuture<'a, ()> {
        self.store.delete(id)
    }

    fn delete_expired(&self, limit: u32) -> StoreFuture<'_, u64> {
        self.store.delete_expired(limit)
    }
}

fn browser(store: &Measured, limit: usize) -> Browser {
    let languages = Languages::builder().file("en", "diary.ftl", WORDS).build().unwrap();
    let journey = Journey::new("diary")
        .add_another(|a: &mut Diary| &mut a.notes, 0..=5)
        .question(|a| &mut a.day)
        .submit(|_| async { Ok(Receipt::new("D-1")) });
    let builder = Service::builder(journey, Brand::council("Northbridge").build().unwrap(), languages)
        .store(store.clone(), Keys::random().unwrap())
        .record_limit(limit)
        .save_and_return();
    Browser::new(&townhall::web::axum::service(builder.build().unwrap()))
}

#[test]
fn a_record_has_a_largest_size() {
    // What is around the answers when they are encrypted.
    const AROUND: usize = 200;
    for (limit, length, most) in [(10_000, 3_000, 5), (60_000, 19_000, 5)] {
        let store = Measured::default();
        let mut browser = browser(&store, limit);
        let (mut kept, mut refused) = (0, 0);
        for number in 0..most {
            let add = browser.send("/note", "another=yes").location;
            let text = format!("{number:05}{}", "x".repeat(length));
            let page = browser.send(&add, &format!("text={text}"));
            match page.status {
                303 => kept += 1,
                status => {
                    refused += 1;
                    assert_eq!(status, 413);
                    assert!(page.html.contains(&text), "what was typed is there");
                    assert!(
                        page.html.contains("We could not save this answer") && page.html.contains("role=\"alert\"")
                    );
                }
            }
        }
        assert!(kept > 1 && refused > 0, "{kept} {refused}");
        assert!(*store.largest.lock().unwrap() <= limit + AROUND);
        // What was kept is there, can be made shorter, removed, and sent.
        let list = browser.get("/note").html;
        assert!(list.contains(&format!("{kept} notes")), "{list}");
        let links = list.split("href=\"/note/").skip(1).filter_map(|rest| rest.split('"').next());
        let remove: Vec<String> =
            links.filter(|link| link.ends_with("/remove")).map(|link| format!("/note/{link}")).collect();
        let change = remove[0].strip_suffix("/remove").unwrap();
        assert_eq!(browser.send(change, "text=short").location, "/note");
        assert_eq!(browser.send(&remove[1], "another=yes").location, "/note");
        let add = browser.send("/note", "another=yes").location;
        assert_eq!(browser.send(&add, &format!("text={}", "y".repeat(length))).location, "/note");
        let day = "day-day=1&day-month=2&day-year=2030&mood=bad";
        assert_eq!(browser.send("/day", day).location, "/check-answers");
        assert_eq!(browser.send("/check-answers", "").location, "/confirmation");
    }
}

#[test]
fn half_an_answer_is_kept_as_far_as_its_question_asks() {
    let store = Measured::default();
    let mut browser = browser(&store, 512 * 1024);
    let mut size = |path: &str, typed: &str, expected: (u16, &str)| {
        let page = browser.send(path, &format!("{typed}&townhall-save=yes"));
        let said = if page.html.contains("Your answers are saved") { "saved" } else { "" };
        assert_eq!((page.status, said), expected, "{path} {typed}");
        *store.last.lock().unwrap()
    };
    let typed = "day-day=32&day-month=x&day-year=2031&mood=good&mood-good-why=sun";
    let kept = size("/day", typed, (200, "saved"));
    // What no field has, what is twice there, and what the page itself sends.
    for more in [
        "day-hour=99",
        "mood-good-how=well",
        "extra=x",
        "townhall-errors=shown",
        "cookies%5Bx%5D=x",
        "mood=good",
        "note=x",
    ] {
        let many = vec![more; 50].join("&");
        assert_eq!(size("/day", &format!("{typed}&{many}"), (200, "saved")), kept, "{more}");
    }
    // Other spellings of a page are none of its pages, and things that are not there have none.
    for path in ["/day/1", "/day/01", "/day/", "//day", "/note/1", "/note/01", "/note/+1", "/note/0123456789"] {
        assert_eq!(size(path, typed, (404, "")), kept, "{path}");
    }
    let page = browser.get("/day").html;
    assert!(page.contains("value=\"32\"") && page.contains("value=\"sun\""), "{page}");
}

#[test]
fn there_are_no_more_drafts_of_new_things_than_the_list_has_room_for() {
    let store = Measured::default();
    let mut browser = browser(&store, 512 * 1024);
    let mut sizes = Vec::new();
    for number in 0..30 {
        let path = format!("/note/{number:010}?new");
        let saved = browser.send(&path, "text=&townhall-save=yes").html;
        assert!(saved.contains("Your answers are saved"), "{path}: {saved}");
        sizes.push(*store.last.lock().unwrap());
    }
    // There is room for five.
    assert!(sizes[4] > sizes[0] && sizes[5..].iter().all(|size| *size == sizes[4]), "{sizes:?}");
}
