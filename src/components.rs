//! The components of GOV.UK Frontend 6.6.0, one file each.
//!
//! A constructor takes what accessibility demands; chained setters, named as the official options are, take the rest. Where
//! the official macros have a `text` and an `html` option, here is one setter `content`, because [`Content`](crate::markup::Content)
//! is either. Components render with maud: `html! { (button) }`, or through [`Writer::component`](crate::markup::Writer::component).
//!
//! What they write is what the official macros write, compared as a browser sees it for all official examples.

mod accordion;
#[cfg(feature = "gov_uk")]
mod artwork;
mod back_link;
mod breadcrumbs;
mod button;
mod character_count;
mod checkboxes;
mod choice;
mod cookie_banner;
mod date_input;
mod details;
mod error_message;
mod error_summary;
mod exit_this_page;
mod feedback;
mod fieldset;
mod file_upload;
mod footer;
mod form_group;
mod generic_header;
#[cfg(feature = "gov_uk")]
mod header;
mod hint;
mod input;
mod inset_text;
mod label;
mod language_navigation;
mod localised;
mod notification_banner;
mod pagination;
mod panel;
mod password_input;
mod phase_banner;
mod radios;
mod select;
mod service_navigation;
mod skip_link;
mod summary_list;
mod table;
mod tabs;
mod tag;
mod task_list;
mod textarea;
mod warning_text;

pub use accordion::{Accordion, AccordionSection};
pub use back_link::BackLink;
pub use breadcrumbs::{Breadcrumb, Breadcrumbs};
pub use button::{Button, ButtonType};
pub use character_count::{CharacterCount, CountType};
pub use checkboxes::{CheckboxItem, Checkboxes};
pub use cookie_banner::{CookieBanner, CookieBannerAction, CookieBannerMessage};
pub use date_input::{DateInput, DateInputPart};
pub use details::Details;
pub use error_message::ErrorMessage;
pub use error_summary::{ErrorSummary, ErrorSummaryItem};
pub use exit_this_page::ExitThisPage;
pub use feedback::Feedback;
pub use fieldset::{Fieldset, Legend};
pub use file_upload::FileUpload;
pub use footer::{Footer, FooterLink, FooterMeta, FooterNavigation};
pub use form_group::FormGroup;
pub use generic_header::GenericHeader;
#[cfg(feature = "gov_uk")]
pub use header::Header;
pub use hint::Hint;
pub use input::{Affix, Input, InputWrapper};
pub use inset_text::InsetText;
pub use label::Label;
pub use language_navigation::{LanguageLink, LanguageNavigation};
pub use notification_banner::NotificationBanner;
pub use pagination::{Pagination, PaginationItem, PaginationLink};
pub use panel::{Panel, PanelAction};
pub use password_input::PasswordInput;
pub use phase_banner::PhaseBanner;
pub use radios::{RadioItem, Radios};
pub use select::{Select, SelectItem};
pub use service_navigation::{ServiceNavigation, ServiceNavigationItem};
pub use skip_link::SkipLink;
pub use summary_list::{SummaryCard, SummaryList, SummaryListAction, SummaryListRow, SummaryListRows};
pub use table::{MappedRows, Table, TableCell, TableRows};
pub use tabs::{Tab, Tabs};
pub use tag::Tag;
pub use task_list::{Task, TaskList, TaskStatus};
pub use textarea::Textarea;
pub use warning_text::WarningText;

crate::markup::render_components! {
    Accordion, BackLink, Breadcrumbs, Button, CharacterCount, Checkboxes, CookieBanner, DateInput, Details, ErrorMessage,
    ErrorSummary, ExitThisPage, Feedback, Fieldset, FileUpload, Footer, GenericHeader, Hint, Input, InsetText, Label,
    LanguageNavigation, NotificationBanner, Pagination, Panel, PasswordInput, PhaseBanner, Radios, Select, ServiceNavigation,
    SkipLink, Tabs, Tag, TaskList, Textarea, WarningText,
}

#[cfg(feature = "gov_uk")]
crate::markup::render_components! { Header }
