//! The artwork of GOV.UK, read from the front-end package when the crate is built: it is not this project's to publish.

include!(concat!(env!("OUT_DIR"), "/artwork.rs"));
