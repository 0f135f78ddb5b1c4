//! Files in a folder: who can open them, that they open as what they are alone, and when they go.

use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use townhall::form::{FileHandles, UploadWriter, Uploads};
use townhall::journey::{FolderUploads, Keys};
use townhall::values::{FileType, UploadedFile};

fn run<T>(work: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(work)
}

fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("townhall-folder-{name}-{}", std::process::id()));
    let _ = std::fs::remove_dir_all(&folder);
    folder
}

fn owner(session: &str) -> String {
    FileHandles::new([0; 32]).for_session(session).owner().to_owned()
}

async fn upload(uploads: &FolderUploads, owner: &str, content: &[u8], name: &str) -> UploadedFile {
    let mut writer = uploads.start(owner).await.unwrap();
    for chunk in content.chunks(10_000) {
        writer.write(chunk.to_vec().into()).await.unwrap();
    }
    let key = writer.finish(FileType::Pdf, content.len() as u64, name).await.unwrap();
    uploads.find(&key).await.unwrap().unwrap()
}

/// Where a file is on the disk.
fn path(folder: &Path, file: &UploadedFile) -> PathBuf {
    folder.join(&file.key()[..32]).join(file.key())
}

fn age(path: &Path, hours: u64) {
    let file = std::fs::File::options().append(true).open(path).unwrap();
    file.set_modified(SystemTime::now() - Duration::from_secs(hours * 3_600)).unwrap();
}

#[test]
fn files_that_are_exchanged_on_the_disk_do_not_open() {
    let folder = folder("exchanged");
    run(async {
        let uploads = FolderUploads::open(&folder, Keys::random().unwrap()).await.unwrap();
        // One and a half pieces, exactly one, and none.
        for size in [100_000, 65_536, 9] {
            let content = |byte: u8| [b"%PDF-1.7 ", vec![byte; size - 9].as_slice()].concat();
            let mine = upload(&uploads, &owner("mine"), &content(b'm'), "mine.pdf").await;
            let theirs = upload(&uploads, &owner("theirs"), &content(b't'), "theirs.pdf").await;
            assert_eq!(uploads.content(&mine).await.unwrap(), content(b'm'));

            // It is what it was uploaded as, and nothing else.
            let claimed = |file_type, size, name: &str| UploadedFile::new(mine.key(), file_type, size, name).unwrap();
            for other in [
                claimed(FileType::Docx, mine.size(), "mine.docx"),
                claimed(FileType::Pdf, mine.size() + 1, "mine.pdf"),
                claimed(FileType::Pdf, mine.size(), "other.pdf"),
                UploadedFile::new(theirs.key(), FileType::Pdf, mine.size(), "mine.pdf").unwrap(),
            ] {
                assert!(uploads.content(&other).await.is_err());
            }

            let (one, two) = (path(&folder, &mine), path(&folder, &theirs));
            let swap = |ending: Option<&str>| {
                let at = |path: &Path| ending.map_or(path.to_owned(), |ending| path.with_extension(ending));
                let (one, two, spare) = (at(&one), at(&two), folder.join("spare"));
                std::fs::rename(&one, &spare).unwrap();
                std::fs::rename(&two, &one).unwrap();
                std::fs::rename(&spare, &two).unwrap();
            };
            // What is in them, with and without what is known about them.
            swap(None);
            assert!(uploads.content(&mine).await.is_err() && uploads.content(&theirs).await.is_err());
            swap(Some("about"));
            assert!(uploads.content(&mine).await.is_err() && uploads.find(mine.key()).await.is_err());
            swap(None);
            assert!(uploads.find(mine.key()).await.is_err(), "what is known belongs to another");
            assert_eq!(uploads.content(&mine).await.unwrap(), content(b'm'), "the answer knows what it is");
            swap(Some("about"));
            assert_eq!(uploads.find(mine.key()).await.unwrap(), Some(mine.clone()));

            // A file that is shorter or longer than it was is not the one that is known.
            let bytes = std::fs::read(&one).unwrap();
            for damaged in [&bytes[..bytes.len() - 1], &[bytes.as_slice(), b"x"].concat()] {
                std::fs::write(&one, damaged).unwrap();
                assert!(uploads.find(mine.key()).await.is_err() && uploads.content(&mine).await.is_err());
            }
            std::fs::write(&one, &bytes).unwrap();
            assert_eq!(uploads.content(&mine).await.unwrap(), content(b'm'));
        }
        for key in ["", "../key", &"0".repeat(63), &"g".repeat(64), "../../../../../../../../etc/passwd"] {
            assert!(uploads.find(key).await.unwrap().is_none());
            uploads.remove(key).await.unwrap();
            assert!(uploads.keep(key, u64::MAX).await.is_err());
        }
    });
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn what_nobody_keeps_is_deleted() {
    let folder = folder("expired");
    run(async {
        let uploads = FolderUploads::open(&folder, Keys::random().unwrap()).await.unwrap();
        let [new, old, kept, over, handed] = {
            let mut files = Vec::new();
            for name in ["new", "old", "kept", "over", "handed"] {
                files.push(upload(&uploads, &owner(name), b"%PDF-1.7 x", name).await);
            }
            <[UploadedFile; 5]>::try_from(files).unwrap()
        };
        let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap().as_secs();
        uploads.keep(kept.key(), now + 1_000).await.unwrap();
        uploads.keep(over.key(), now + 1_000).await.unwrap();
        uploads.keep(over.key(), now - 1_000).await.unwrap();
        uploads.keep(handed.key(), u64::MAX).await.unwrap();
        for file in [&old, &kept, &over, &handed] {
            age(&path(&folder, file), 2);
        }
        // What was being written when a process ended, and files of somebody else.
        let left = path(&folder, &kept).with_extension("x").with_file_name(format!("{}.part", "0".repeat(64)));
        let strangers = [
            folder.join("README"),
            path(&folder, &kept).with_file_name("README"),
            folder.join(format!("{}.part", "0".repeat(64))),
        ];
        for path in strangers.iter().chain([&left]) {
            std::fs::write(path, "x").unwrap();
            age(path, 2);
        }
        assert!(uploads.find(over.key()).await.unwrap().is_none() && uploads.keep(over.key(), u64::MAX).await.is_err());
        assert_eq!(uploads.delete_expired().await.unwrap(), 2);
        for (file, is_there) in [(&new, true), (&old, false), (&kept, true), (&over, false), (&handed, true)] {
            assert_eq!(uploads.find(file.key()).await.unwrap().is_some(), is_there, "{}", file.name());
            assert_eq!(path(&folder, file).exists(), is_there);
            // A session that has nothing left has no folder.
            assert_eq!(path(&folder, file).parent().unwrap().exists(), is_there);
        }
        assert!(!left.exists() && strangers.iter().all(|path| path.exists()));
        assert_eq!(uploads.delete_expired().await.unwrap(), 0);
        uploads.remove(handed.key()).await.unwrap();
        uploads.remove(handed.key()).await.unwrap();
        assert!(!path(&folder, &handed).parent().unwrap().exists());
    });
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn a_file_that_is_not_finished_leaves_nothing() {
    let folder = folder("dropped");
    run(async {
        let uploads = FolderUploads::open(&folder, Keys::random().unwrap()).await.unwrap();
        let owner = owner("mine");
        for discard in [true, false] {
            let mut writer = uploads.start(&owner).await.unwrap();
            writer.write(vec![b'x'; 200_000].into()).await.unwrap();
            assert!(uploads.usage(&owner).await.unwrap().bytes > 190_000, "what is being written counts");
            if discard {
                writer.discard().await;
            } else {
                drop(writer);
            }
            assert_eq!(uploads.usage(&owner).await.unwrap().files, 0);
        }
    });
    std::fs::remove_dir_all(folder).unwrap();
}

#[cfg(unix)]
#[test]
fn nobody_else_can_open_files() {
    use std::os::unix::fs::PermissionsExt;

    let folder = folder("modes").join("below");
    run(async {
        let uploads = FolderUploads::open(&folder, Keys::random().unwrap()).await.unwrap();
        let file = upload(&uploads, &owner("mine"), b"%PDF-1.7 x", "a.pdf").await;
        uploads.keep(file.key(), u64::MAX).await.unwrap();
        let part = uploads.start(&owner("mine")).await.unwrap();
        let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
        let inner = path(&folder, &file).parent().unwrap().to_owned();
        assert_eq!((mode(&folder), mode(&inner)), (0o700, 0o700));
        let modes: Vec<u32> = std::fs::read_dir(&inner).unwrap().map(|entry| mode(&entry.unwrap().path())).collect();
        assert_eq!(
            modes, [0o600; 4],
            "the file, what is known about it, until when it is kept, and one that is being written"
        );
        drop(part);
    });
    std::fs::remove_dir_all(folder.parent().unwrap()).unwrap();
}
