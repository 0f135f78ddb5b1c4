//! A program that is told to stop finishes what residents have begun.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use super::Server;

#[test]
fn what_was_begun_is_finished_when_the_program_stops() {
    for program in ["embed_axum", "embed_actix", "embed_rocket", "embed_poem", "embed_warp", "embed_hyper"] {
        println!("{program}");
        let server = Server::run(program, "memory");
        let mut resident = server.resident();
        resident.get("/home");
        let cookies: Vec<String> = resident.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let body = format!("townhall-token={}&postcode=NB1+4AB", resident.token);
        let head = format!(
            "POST /home HTTP/1.1\r\nHost: {}\r\nCookie: {}\r\nSec-Fetch-Site: same-origin\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n",
            server.address,
            cookies.join("; "),
            body.len()
        );
        // Half of a request is there when the program is told to stop.
        let mut stream = TcpStream::connect(&server.address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(300))).unwrap();
        let (first, second) = body.split_at(body.len() / 2);
        stream.write_all(format!("{head}{first}").as_bytes()).unwrap();
        // The server is in the middle of it as soon as it answers another one that came later.
        resident.get("/home");
        server.terminate();
        // One that does not wait for what was begun is gone now.
        stream.write_all(second.as_bytes()).unwrap();
        let mut answer = String::new();
        let _ = stream.read_to_string(&mut answer);
        assert!(answer.starts_with("HTTP/1.1 303"), "{program}: {answer:?}");
        assert!(answer.to_lowercase().contains("location: /council-tax"), "{program}: {answer}");
        drop(stream);
        assert!(server.has_ended_well(), "{program}");
    }
}
