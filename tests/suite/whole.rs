//! A service that has one of everything, in process, and somebody who uses it.

use std::collections::BTreeMap;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use bytes::Bytes;
use futures_core::Stream;
use http::{Request, Response};
use serde::{Deserialize, Serialize};
use townhall::form::{Field, Fields, MemoryUploads, Question};
use townhall::journey::{Journey, Receipt, Submission};
use townhall::language::Languages;
use townhall::page::Brand;
use townhall::values::{Date, EmailAddress, FileType, FullName, Money, Text, UploadedFile, WholeNumber};
use townhall::web::{Service, ServiceBuilder};
use validator::Validate;

#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct All {
    pub(crate) name: Option<Name>,
    pub(crate) born: Option<Born>,
    pub(crate) pets: Vec<Pet>,
    pub(crate) proof: Option<Proof>,
    pub(crate) rent: Option<Rent>,
}

#[derive(Debug, Serialize, Deserialize, Validate)]
pub(crate) struct Name {
    pub(crate) full_name: FullName,
    pub(crate) email: Option<EmailAddress>,
}

#[derive(Debug, Serialize, Deserialize, Validate)]
pub(crate) struct Born {
    pub(crate) born: Date,
}

#[derive(Debug, Serialize, Deserialize, Validate)]
pub(crate) struct Pet {
    pub(crate) pet: Text<100>,
    pub(crate) legs: WholeNumber<0, 100>,
}

#[derive(Debug, Serialize, Deserialize, Validate)]
pub(crate) struct Proof {
    pub(crate) letter: Option<UploadedFile>,
    pub(crate) note: Option<Text<500>>,
}

#[derive(Debug, Serialize, Deserialize, Validate)]
pub(crate) struct Rent {
    pub(crate) rent: Money,
    pub(crate) how: How,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum How {
    Cash,
    Other { what: Text<50> },
}

impl Question for Name {
    const NAME: &'static str = "name";
}
impl Question for Born {
    const NAME: &'static str = "born";
}
impl Question for Pet {
    const NAME: &'static str = "pets";
}
impl Question for Proof {
    const NAME: &'static str = "proof";

    fn fields() -> Fields {
        Fields::new().field("letter", Field::new().files(&[FileType::Pdf], 100))
    }
}
impl Question for Rent {
    const NAME: &'static str = "rent";
}

const WORDS: &str = "
all = Ask for everything
    .summary = Everything
all-start = Ask for everything
    .body = Say what you have.
all-privacy = Privacy
    .body = We keep what you say.
all-visits-cookie = Counts visits
    .expires = 1 day
all-confirmation = Sent
all-contact = Call 01632 960 001.
name = About you
name-full_name = Full name
    .it = your full name
name-email = Email address (optional)
    .it = your email address
born-born = When were you born?
    .it = your date of birth
pets = Your pet
    .list = Your pets
    .card = Pet { $number }
    .another = Do you have another pet?
    .remove = Do you want to remove this pet?
pets-pet = Its name
    .it = its name
pets-legs = How many legs?
    .it = how many legs
proof = Proof
proof-letter = Upload a letter (optional)
    .it = the letter
proof-note = Note (optional)
    .it = the note
rent = Your rent
rent-rent = How much?
    .it = your rent
rent-how = How do you pay?
    .it = how you pay
    .cash = Cash
    .other = Other
rent-how-what = What?
    .it = what
";

/// The service, and what becomes of what is sent.
pub(crate) fn builder<F, R>(submit: F) -> ServiceBuilder<All, MemoryUploads>
where
    F: Fn(Submission<All>) -> R + Send + Sync + 'static,
    R: Future<Output = Result<Receipt, Box<dyn std::error::Error + Send + Sync>>> + Send + 'static,
{
    let languages = Languages::builder().file("en", "all.ftl", WORDS).file("cy", "all.cy.ftl", "").build().unwrap();
    let journey = Journey::new("all")
        .question(|a: &mut All| &mut a.name)
        .question(|a| &mut a.born)
        .add_another(|a| &mut a.pets, 0..=5)
        .question(|a| &mut a.proof)
        .question(|a| &mut a.rent)
        .submit(submit);
    Service::builder(journey, Brand::council("Northbridge").build().unwrap(), languages)
        .text_page("privacy")
        .additional_cookie("visits", "all-visits-cookie")
        .feedback(async |_| {})
        .save_and_return()
}

/// A service whose submissions always succeed.
pub(crate) fn service() -> Arc<Service<All>> {
    Arc::new(builder(async |_| Ok(Receipt::new("AL-1"))).build().unwrap())
}

/// A body in pieces.
pub(crate) struct Pieces(pub(crate) Vec<Result<Bytes, std::io::Error>>);

impl Stream for Pieces {
    type Item = Result<Bytes, std::io::Error>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(if self.0.is_empty() { None } else { Some(self.0.remove(0)) })
    }
}

/// A body in one piece.
pub(crate) fn whole(body: impl Into<Bytes>) -> Pieces {
    Pieces(vec![Ok(body.into())])
}

pub(crate) const FORM: &str = "application/x-www-form-urlencoded";

/// Somebody with a browser.
pub(crate) struct Resident {
    pub(crate) service: Arc<Service<All>>,
    pub(crate) cookies: BTreeMap<String, String>,
    pub(crate) token: String,
    /// What the page that checks answers has shown.
    shown: String,
    /// Headers of every request.
    pub(crate) headers: Vec<(&'static str, String)>,
}

impl Resident {
    pub(crate) fn new(service: &Arc<Service<All>>) -> Self {
        let (token, shown) = (String::new(), String::new());
        Self { service: Arc::clone(service), cookies: BTreeMap::new(), token, shown, headers: Vec::new() }
    }

    pub(crate) async fn request(&mut self, method: &str, path: &str, kind: &str, body: Pieces) -> Response<String> {
        let mut request = Request::builder().method(method).uri(path).header("host", "all.example");
        for (name, value) in &self.headers {
            request = request.header(*name, value);
        }
        for (name, value) in &self.cookies {
            request = request.header("cookie", format!("{name}={value}"));
        }
        if method == "POST" {
            request = request.header("content-type", kind).header("sec-fetch-site", "same-origin");
        }
        let response = self.service.respond(request.body(body).unwrap()).await;
        self.remember(response)
    }

    /// What a browser keeps of a response.
    pub(crate) fn remember(&mut self, response: Response<Bytes>) -> Response<String> {
        for cookie in response.headers().get_all("set-cookie") {
            let cookie = cookie.to_str().unwrap();
            let (name, value) = cookie.split(';').next().unwrap().split_once('=').unwrap();
            if cookie.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        let response = response.map(|body| String::from_utf8_lossy(&body).into_owned());
        for (field, kept) in [("townhall-token", &mut self.token), ("townhall-shown", &mut self.shown)] {
            let value = response.body().split(&format!("name=\"{field}\" value=\"")).nth(1);
            if let Some(value) = value.and_then(|rest| rest.split('"').next()) {
                value.clone_into(kept);
            }
        }
        response
    }

    pub(crate) async fn get(&mut self, path: &str) -> Response<String> {
        self.request("GET", path, "", Pieces(Vec::new())).await
    }

    /// Sends a form from its page.
    pub(crate) async fn send(&mut self, path: &str, fields: &[(&str, &str)]) -> Response<String> {
        let (token, shown) = (self.token.clone(), self.shown.clone());
        let kept = [("townhall-token", token.as_str()), ("townhall-shown", shown.as_str())];
        let fields = kept.into_iter().chain(fields.iter().copied());
        let data: townhall::form::FormData = fields.collect();
        self.request("POST", path, FORM, whole(data.to_urlencoded())).await
    }

    /// Sends a form with a file.
    pub(crate) async fn send_file(&mut self, path: &str, name: &str, file: &str, content: &[u8]) -> Response<String> {
        let mut body = format!(
            "--cut\r\nContent-Disposition: form-data; name=\"townhall-token\"\r\n\r\n{}\r\n\
             --cut\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"{file}\"\r\n\r\n",
            self.token
        )
        .into_bytes();
        body.extend_from_slice(content);
        body.extend_from_slice(b"\r\n--cut--\r\n");
        self.request("POST", path, "multipart/form-data; boundary=cut", whole(body)).await
    }

    /// Answers every page with what is given for it, from the first to the one that checks answers, and says which pages these were.
    pub(crate) async fn walk(&mut self, name: &str, pet: &str) -> Vec<String> {
        let mut page = "/name".to_owned();
        let mut pages = Vec::new();
        let mut has_pet = false;
        while page != "/check-answers" && pages.len() < 20 {
            self.get(&page).await;
            let answered = match page.split('/').nth(1).unwrap() {
                "name" => self.send(&page, &[("full_name", name), ("email", "")]).await,
                "born" => self.send(&page, &[("born-day", "1"), ("born-month", "2"), ("born-year", "1980")]).await,
                "pets" if page == "/pets" => {
                    let another = if std::mem::replace(&mut has_pet, true) { "no" } else { "yes" };
                    self.send(&page, &[("another", another)]).await
                }
                "pets" => self.send(&page, &[("pet", pet), ("legs", "4")]).await,
                "proof" => self.send_file(&page, "letter", "letter.pdf", b"%PDF-1.7 letter").await,
                "rent" => self.send(&page, &[("rent", "12.50"), ("how", "cash")]).await,
                other => panic!("{other}"),
            };
            let next = answered.headers().get("location").map(|next| next.to_str().unwrap().to_owned());
            pages.push(std::mem::replace(&mut page, next.unwrap_or_else(|| panic!("{}", answered.body()))));
        }
        pages
    }
}

#[test]
fn it_can_be_walked() {
    let service = service();
    crate::block_on(async {
        let mut resident = Resident::new(&service);
        let pages = resident.walk("Sam Rees", "Rex").await;
        assert!(pages.len() >= 6, "{pages:?}");
        let check = resident.get("/check-answers").await.into_body();
        assert!(check.contains("Sam Rees") && check.contains("Rex") && check.contains("letter.pdf"), "{check}");
        let sent = resident.send("/check-answers", &[]).await;
        assert_eq!(sent.headers()["location"], "/confirmation");
    });
}
