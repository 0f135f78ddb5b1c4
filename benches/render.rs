//! How long a page takes: this crate, the same HTML by hand, and askama, in one run.
//!
//! `cargo bench -p townhall-benches --bench render`; `docs/performance.md` says what to look at.

#![allow(missing_docs, reason = "criterion's macros make public functions")]
#![allow(clippy::expect_used, reason = "a benchmark stops at what it did not expect")]

use criterion::{BenchmarkGroup, Criterion, criterion_group, criterion_main, measurement::WallTime};
use townhall_benches::{answer, askama, brand, data, floor, ours};

fn all<T>(make: fn(usize) -> T) -> Vec<T> {
    (0..data::VERSIONS).map(make).collect()
}

/// Measures a contender that is given another version of the data each time.
fn contender<T>(group: &mut BenchmarkGroup<'_, WallTime>, name: &str, versions: &[T], render: impl Fn(&T) -> String) {
    let mut next = 0;
    group.bench_function(name, |bencher| {
        bencher.iter(|| {
            next = (next + 1) % versions.len();
            render(&versions[next])
        });
    });
}

fn pages(criterion: &mut Criterion) {
    let brand = brand();
    let frame = floor::Frame::new(&brand);

    let versions = all(data::button);
    let mut group = criterion.benchmark_group("button");
    contender(&mut group, "floor", &versions, floor::button);
    contender(&mut group, "townhall", &versions, ours::button);
    contender(&mut group, "askama", &versions, askama::button);
    group.finish();

    let versions = all(data::question);
    let mut group = criterion.benchmark_group("question");
    contender(&mut group, "floor", &versions, |data| floor::question(&frame, data));
    contender(&mut group, "townhall", &versions, |data| ours::question(&brand, data));
    contender(&mut group, "askama", &versions, |data| askama::question(&frame, data));
    group.finish();

    let versions = all(data::check_answers);
    let mut group = criterion.benchmark_group("check_answers");
    contender(&mut group, "floor", &versions, |data| floor::check_answers(&frame, data));
    contender(&mut group, "townhall", &versions, |data| ours::check_answers(&brand, data));
    contender(&mut group, "askama", &versions, |data| askama::check_answers(&frame, data));
    group.finish();

    let versions = all(data::cases);
    let mut group = criterion.benchmark_group("cases");
    contender(&mut group, "floor", &versions, |data| floor::cases(&frame, data));
    contender(&mut group, "townhall", &versions, |data| ours::cases(&brand, data));
    contender(&mut group, "askama", &versions, |data| askama::cases(&frame, data));
    group.finish();
}

/// A request with five errors, from its body to the page.
fn answers(criterion: &mut Criterion) {
    let (brand, languages) = (brand(), answer::languages());
    let versions = all(answer::sent);
    let mut group = criterion.benchmark_group("answer");
    contender(&mut group, "literals in English", &versions, |sent| answer::literals(&brand, sent));
    contender(&mut group, "read and shown in English", &versions, |sent| {
        answer::answer(&brand, &languages, "en", sent)
    });
    contender(&mut group, "read and shown in Welsh", &versions, |sent| answer::answer(&brand, &languages, "cy", sent));
    group.finish();
}

criterion_group!(benches, pages, answers);
criterion_main!(benches);
