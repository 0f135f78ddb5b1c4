//! PostgreSQL and Redis, as `tests/servers` starts them.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::LazyLock;

use sqlx::{Connection, PgConnection};

/// Both servers, in a folder.
#[derive(Debug)]
pub struct Servers {
    folder: PathBuf,
    /// The address of PostgreSQL.
    pub postgres: String,
    /// The address of Redis.
    pub redis: String,
}

/// The servers that all tests share, in the folder that `TOWNHALL_SERVERS` names.
pub fn servers() -> &'static Servers {
    static SERVERS: LazyLock<Servers> = LazyLock::new(|| {
        let folder = std::env::var_os("TOWNHALL_SERVERS").map(PathBuf::from);
        Servers::start(&folder.unwrap_or_else(|| std::env::temp_dir().join("townhall-servers")))
    });
    &SERVERS
}

fn run(arguments: &[&str]) -> Output {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("servers");
    Command::new(script).args(arguments).output().unwrap()
}

fn script(arguments: &[&str]) -> String {
    let output = run(arguments);
    let (out, error) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "the servers do not start (`tests/run` installs them): {error}");
    out.into_owned()
}

/// Those that tests share are never dropped: `tests/run` stops them.
impl Drop for Servers {
    fn drop(&mut self) {
        // A test that has failed may have left it paused.
        run(&["signal", self.folder.to_str().unwrap(), "CONT"]);
        self.stop("both");
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

impl Servers {
    /// Servers of one's own, which end with this value, or those that are there already.
    pub fn start(folder: &Path) -> Self {
        let addresses = script(&["start", folder.to_str().unwrap()]);
        let mut lines = addresses.lines().map(str::to_owned);
        Self { folder: folder.to_owned(), postgres: lines.next().unwrap(), redis: lines.next().unwrap() }
    }

    /// Stops one of them, as somebody would who maintains it.
    pub fn stop(&self, which: &str) {
        script(&["stop", self.folder.to_str().unwrap(), which]);
    }

    /// Starts it again, with what it had.
    pub fn start_again(&self, which: &str) {
        script(&["start", self.folder.to_str().unwrap(), which]);
    }

    /// Ends Redis at once, as a loss of power would.
    pub fn kill_redis(&self) {
        self.signal_redis("KILL");
    }

    /// Redis is there and does nothing, until [`resume_redis`](Self::resume_redis).
    pub fn pause_redis(&self) {
        self.signal_redis("STOP");
    }

    /// Redis goes on.
    pub fn resume_redis(&self) {
        self.signal_redis("CONT");
    }

    fn signal_redis(&self, signal: &str) {
        script(&["signal", self.folder.to_str().unwrap(), signal]);
    }

    /// The address of an empty database of Redis. They have numbers, and the first one counts them.
    pub fn redis_database(&self) -> String {
        let (server, _) = self.redis.rsplit_once('/').unwrap();
        let mut connection = redis::Client::open(self.redis.as_str()).unwrap().get_connection().unwrap();
        let used: u64 = redis::cmd("INCR").arg("databases").query(&mut connection).unwrap();
        let address = format!("{server}/{}", used % 9_999 + 1);
        let mut connection = redis::Client::open(address.as_str()).unwrap().get_connection().unwrap();
        let () = redis::cmd("FLUSHDB").query(&mut connection).unwrap();
        address
    }

    /// The address of a new database.
    pub fn database(&self, name: &str) -> String {
        crate::block_on(async {
            let mut connection = PgConnection::connect(&self.postgres).await.unwrap();
            sqlx::query(&format!("CREATE DATABASE {name}")).execute(&mut connection).await.unwrap();
            connection.close().await.unwrap();
        });
        let (server, _) = self.postgres.rsplit_once('/').unwrap();
        format!("{server}/{name}")
    }
}
