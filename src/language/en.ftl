# The library’s own words in English.
#
# $it     what is asked for, in the middle of a sentence: "your date of birth"
# $It     the same at its start: "Date of birth"
# $if     for a choice of two, what is one or the other: "you are a resident or a visitor"
# $label  the label, as it is shown above the control
#
# A message about a field may have the attribute `label`: the sentence for a field that has no `it`; and `question`: the same for
# one whose label is a question. Without `question` the sentence follows the label, and says "your answer".

townhall-language-name = English

## Components

townhall-back = Back
townhall-breadcrumb = Breadcrumb
townhall-contents = Contents
townhall-cookie-banner = Cookie banner
townhall-error = Error
townhall-important = Important
townhall-success = Success
townhall-warning = Warning
townhall-language = Language
townhall-menu = Menu
townhall-service-information = Service information
townhall-skip-to-main-content = Skip to main content
townhall-support-links = Support links

townhall-licence-before = All content is available under the
townhall-licence-name = Open Government Licence v3.0
townhall-licence-address = https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/
townhall-licence-after = , except where otherwise stated
townhall-crown-copyright = © Crown copyright
townhall-pagination = Pagination
townhall-previous = Previous
townhall-next = Next
# Said by screen readers after "Previous" and "Next". Empty in languages where they need no noun.
townhall-pagination-page = page
townhall-page = Page

townhall-show-all-sections = Show all sections
townhall-hide-all-sections = Hide all sections
townhall-show = Show
townhall-hide = Hide
townhall-show-this-section = Show this section
townhall-hide-this-section = Hide this section

townhall-show-password = Show password
townhall-hide-password = Hide password
townhall-password-shown = Your password is visible
townhall-password-hidden = Your password is hidden

townhall-emergency = Emergency
townhall-exit-this-page = Exit this page
townhall-exit-loading = Loading.
townhall-exit-expired = Exit this page expired.
townhall-exit-two-more = Shift, press 2 more times to exit.
townhall-exit-one-more = Shift, press 1 more time to exit.

townhall-choose-file = Choose file
townhall-drop-file = or drop file
townhall-no-file = No file chosen
townhall-entered-drop-zone = Entered drop zone
townhall-left-drop-zone = Left drop zone
townhall-files-chosen = { $count ->
    [one] { $count } file chosen
   *[other] { $count } files chosen
}

townhall-characters-limit = { $count ->
    [one] You can enter up to { $count } character
   *[other] You can enter up to { $count } characters
}
townhall-characters-under-limit = { $count ->
    [one] You have { $count } character remaining
   *[other] You have { $count } characters remaining
}
townhall-characters-at-limit = You have 0 characters remaining
townhall-characters-over-limit = { $count ->
    [one] You have { $count } character too many
   *[other] You have { $count } characters too many
}
townhall-words-limit = { $count ->
    [one] You can enter up to { $count } word
   *[other] You can enter up to { $count } words
}
townhall-words-under-limit = { $count ->
    [one] You have { $count } word remaining
   *[other] You have { $count } words remaining
}
townhall-words-at-limit = You have 0 words remaining
townhall-words-over-limit = { $count ->
    [one] You have { $count } word too many
   *[other] You have { $count } words too many
}

## Questions

townhall-there-is-a-problem = There is a problem
townhall-continue = Continue
townhall-optional = (optional)
townhall-or = or
townhall-yes = Yes
townhall-no = No
townhall-select-one = Select
townhall-file-kept = You have already uploaded { $name }. Choose another file only if you want to replace it.
townhall-files-kept = You have already uploaded { $names }. Files you choose now will be added.
townhall-files-upload = Upload files
townhall-file-remove = Remove { $name }

## Dates, numbers, lists

townhall-day = Day
townhall-month = Month
townhall-year = Year
townhall-date = { $day } { $month } { $year }
townhall-date-with-weekday = { $weekday } { $day } { $month } { $year }
townhall-month-and-year = { $month } { $year }
townhall-month-1 = January
townhall-month-2 = February
townhall-month-3 = March
townhall-month-4 = April
townhall-month-5 = May
townhall-month-6 = June
townhall-month-7 = July
townhall-month-8 = August
townhall-month-9 = September
townhall-month-10 = October
townhall-month-11 = November
townhall-month-12 = December
townhall-weekday-1 = Monday
townhall-weekday-2 = Tuesday
townhall-weekday-3 = Wednesday
townhall-weekday-4 = Thursday
townhall-weekday-5 = Friday
townhall-weekday-6 = Saturday
townhall-weekday-7 = Sunday

# A list is put together from its start: "a, b" and then "a, b and c". `before-vowel` is for languages whose "and" changes.
townhall-list-middle = { $list }, { $next }
townhall-list-and = { $list } and { $last }
townhall-list-or = { $list } or { $last }

# A character in the middle of a sentence, where it could be taken for a word of it.
townhall-quoted = ‘{ $text }’

## Errors: nothing was answered

# What stands for `it` behind a label that is a question: "Where do you live? Your answer must be 50 characters or less".
townhall-your-answer = Your answer
    .it = your answer

townhall-error-empty = Enter { $it }
    .question = { $label } Enter an answer
townhall-error-empty-choice = Select { $it }
    .question = { $label } Select an answer
# Two choices that the question names: "Select if you are a resident or a visitor". Said where the field has the attribute `if`.
townhall-error-empty-either = Select if { $if }
    .question = { $label } Select an answer
townhall-error-empty-yes-no = Select yes if { $it }
    .question = { $label } Select yes or no
townhall-error-empty-choices = Select { $it }
    .question = { $label } Select one or more answers
townhall-error-empty-file = Select { $it }
    .question = { $label } Select a file
townhall-error-none-and-other = Select { $it } or select ‘{ $none }’
    .question = { $label } Select the answers that apply, or select only ‘{ $none }’

## Errors: how many were chosen

townhall-error-too-few-choices = { $min ->
    [one] Select at least { $min } option for { $it }
   *[other] Select at least { $min } options for { $it }
}
    .question = { $min ->
        [one] { $label } Select at least { $min } option
       *[other] { $label } Select at least { $min } options
    }
townhall-error-too-many-choices = { $max ->
    [one] Select only { $max } option for { $it }
   *[other] Select up to { $max } options for { $it }
}
    .question = { $max ->
        [one] { $label } Select only { $max } option
       *[other] { $label } Select up to { $max } options
    }
townhall-error-choices-between = Select between { $min } and { $max } options for { $it }
    .question = { $label } Select between { $min } and { $max } options
townhall-error-exact-choices = { $length ->
    [one] Select { $length } option for { $it }
   *[other] Select { $length } options for { $it }
}
    .question = { $length ->
        [one] { $label } Select { $length } option
       *[other] { $label } Select { $length } options
    }
townhall-error-too-few-files = { $min ->
    [one] Select at least { $min } file for { $it }
   *[other] Select at least { $min } files for { $it }
}
    .question = { $min ->
        [one] { $label } Select at least { $min } file
       *[other] { $label } Select at least { $min } files
    }
townhall-error-files-between = Select between { $min } and { $max } files for { $it }
    .question = { $label } Select between { $min } and { $max } files
townhall-error-exact-files = { $length ->
    [one] Select { $length } file for { $it }
   *[other] Select { $length } files for { $it }
}
    .question = { $length ->
        [one] { $label } Select { $length } file
       *[other] { $label } Select { $length } files
    }

## Errors: text

townhall-error-too-long = { $max ->
    [one] { $It } must be { $max } character or less
   *[other] { $It } must be { $max } characters or less
}
townhall-error-too-short = { $min ->
    [one] { $It } must be { $min } character or more
   *[other] { $It } must be { $min } characters or more
}
townhall-error-length = { $It } must be between { $min } and { $max } characters
townhall-error-exact-length = { $length ->
    [one] { $It } must be { $length } character
   *[other] { $It } must be { $length } characters
}
townhall-error-too-many-words = { $max ->
    [one] { $It } must be { $max } word or less
   *[other] { $It } must be { $max } words or less
}
townhall-error-not-allowed = { $It } must not include { $characters }
townhall-error-only-allowed = { $It } must only include { $allowed }
townhall-error-not-the-same = { $It } must be the same in both boxes
townhall-error-wrong-format = Enter { $it } in the correct format

# What may be in a text.
townhall-characters-name = letters a to z, hyphens, spaces and apostrophes
townhall-characters-code = letters a to z and numbers
townhall-characters-roll-number = letters a to z, numbers, hyphens, spaces, forward slashes and full stops

## Errors: numbers and money

townhall-error-not-a-number = { $It } must be a number
    .example = { $It } must be a number, like { $example }
townhall-error-not-whole = { $It } must be a whole number
    .example = { $It } must be a whole number, like { $example }
townhall-error-too-low = { $It } must be { $min } or more
# `measure` is for what is measured and not counted: "Height must be 2.5 or less".
townhall-error-too-high = { $It } must be { $max } or fewer
    .measure = { $It } must be { $max } or less
townhall-error-too-much = { $It } must be { $max } or less
townhall-error-out-of-range = { $It } must be between { $min } and { $max }
townhall-error-not-above = { $It } must be more than { $min }
townhall-error-not-below = { $It } must be less than { $max }
townhall-error-number-too-small = { $It } must be a larger number
townhall-error-number-too-large = { $It } must be a smaller number
townhall-error-too-little = { $It } must be { $min } or more
townhall-error-amount-out-of-range = { $It } must be between { $min } and { $max }
townhall-error-amount-too-large = { $It } must be a smaller amount
# What can be read in two ways, such as 1,5 and 7.000.
townhall-error-number-unclear = { $It } must have a full stop before any decimals, and commas only between thousands
townhall-error-whole-number-unclear = { $It } must be a whole number, with commas only between thousands
townhall-error-amount-unclear = { $It } must have a full stop before any pence, and commas only between thousands
# $amounts are two that the question takes, 123.45 and 156.00 unless it has bounds; $amount is one of them.
townhall-error-needs-pence = { $It } must include pence, like { $amounts }
townhall-error-no-pence = { $It } must not include pence, like { $amounts }
townhall-error-not-money = { $It } must be an amount of money, like { $amount }
townhall-error-too-precise = { $max ->
    [0] { $It } must be a whole number
    [one] { $It } must have { $max } decimal place or fewer
   *[other] { $It } must have { $max } decimal places or fewer
}

## Errors: dates

townhall-error-missing-day = { $It } must include a day
townhall-error-missing-month = { $It } must include a month
townhall-error-missing-year = { $It } must include a year
townhall-error-missing-day-and-month = { $It } must include a day and month
townhall-error-missing-day-and-year = { $It } must include a day and year
townhall-error-missing-month-and-year = { $It } must include a month and year
townhall-error-short-year = Year must include 4 numbers
townhall-error-not-real = { $It } must be a real date
townhall-error-not-past = { $It } must be in the past
townhall-error-not-today-or-past = { $It } must be today or in the past
townhall-error-not-future = { $It } must be in the future
townhall-error-not-today-or-future = { $It } must be today or in the future
townhall-error-not-same-or-after = { $It } must be the same as or after { $date }
townhall-error-not-after = { $It } must be after { $date }
townhall-error-not-same-or-before = { $It } must be the same as or before { $date }
townhall-error-not-before = { $It } must be before { $date }
townhall-error-not-between = { $It } must be between { $from } and { $to }
townhall-error-too-young = You must be { $years } or older

## Errors: files

# $article is "a" or "an", as the first type is said: "a PDF", "an ODS".
townhall-error-file-type = The selected file must be { $article } { $types }
townhall-error-file-too-big = The selected file must be smaller than { $size }
townhall-error-file-empty = The selected file is empty
townhall-error-file-virus = The selected file contains a virus
townhall-error-file-password = The selected file is password protected
townhall-error-file-failed = The selected file could not be uploaded – try again
townhall-error-file-too-many = { $max ->
    [one] You can only select { $max } file
   *[other] You can only select up to { $max } files at the same time
}
townhall-error-file-again = Select the file again
townhall-error-file-quota = You cannot upload any more files for now – try again in an hour
townhall-error-file-template = The selected file must use the template
townhall-size-megabytes = { $n }MB
townhall-size-kilobytes = { $n }KB

## Errors: values that have a form of their own. The attribute is for a page that shows an example already.

townhall-error-email-format = Enter an email address in the correct format, like name@example.com
    .example-shown = Enter an email address in the correct format
townhall-error-phone-format = Enter a phone number, like 01632 960 001, 07700 900 982 or +44 808 157 0192
    .example-shown = Enter a phone number in the correct format
townhall-error-postcode-format = Enter a full UK postcode
townhall-error-outward-postcode-format = Enter the first part of a UK postcode, like SW1A
townhall-error-national-insurance-number-format = Enter a National Insurance number that is 2 letters, 6 numbers, then A, B, C or D, like QQ 12 34 56 C
    .example-shown = Enter a National Insurance number in the correct format
townhall-error-national-insurance-number-prefix = Enter the National Insurance number exactly as it is on a payslip, letter or card. No number starts with those 2 letters
townhall-error-empty-account-name = Enter the name on the account
townhall-error-empty-sort-code = Enter a sort code
townhall-error-sort-code-format = Enter a valid sort code like 309430
townhall-error-empty-account-number = Enter an account number
townhall-error-account-number-format = Enter a valid account number like 00733445
townhall-error-account-number-length = Account number must be between 6 and 8 digits
townhall-error-roll-number-length = Building society roll number must be between 1 and 18 characters
townhall-error-roll-number-characters = Building society roll number must only include letters a to z, numbers, hyphens, spaces, forward slashes and full stops
townhall-error-vehicle-registration-format = Enter a vehicle registration number in the correct format, like AB51 ABC
    .example-shown = Enter a vehicle registration number in the correct format
townhall-error-vehicle-registration-postcode = Enter a vehicle registration number, not a postcode
townhall-error-nhs-number-length = NHS number must be 10 numbers
townhall-error-nhs-number-wrong = Enter the NHS number exactly as it is on a letter from the NHS
townhall-error-company-number-format = Enter a company number of 8 characters, like 01234567 or SC123456
    .example-shown = Enter a company number in the correct format
townhall-error-vat-number-format = Enter a VAT registration number of 9 or 12 numbers, like GB 123 4567 82
    .example-shown = Enter a VAT registration number in the correct format
townhall-error-vat-number-wrong = Enter the VAT registration number exactly as it is on the VAT certificate
townhall-error-code-too-short = You’ve not entered enough numbers, the code must be { $digits } numbers
townhall-error-code-too-long = You’ve entered too many numbers, the code must be { $digits } numbers
townhall-error-code-format = The code must be { $digits } numbers
townhall-error-code-wrong = Enter a correct security code
townhall-error-code-expired = The security code has expired. New code sent.
townhall-error-code-wait = { $minutes ->
    [one] You’ve entered too many wrong security codes. Wait { $minutes } minute, then try again
   *[other] You’ve entered too many wrong security codes. Wait { $minutes } minutes, then try again
}
townhall-error-sign-in-failed = The email address or the password is not correct. Check both, then try again
townhall-error-sign-in-locked = { $minutes ->
    [one] You’ve tried to sign in too many times. Wait { $minutes } minute, then try again
   *[other] You’ve tried to sign in too many times. Wait { $minutes } minutes, then try again
}
townhall-error-empty-password = Enter a password
townhall-error-password-common = Enter a password that is harder to guess

## What can go wrong with the request itself

townhall-error-other = Check { $it }
    .question = { $label } Check your answer

## An address. The attributes are those that an application's own questions have.

townhall-uk-address-line_1 = Address line 1
    .it = address line 1, typically the building and street
    .It = Address line 1
townhall-uk-address-line_2 = Address line 2
townhall-uk-address-town = Town or city
townhall-uk-address-county = County
townhall-uk-address-postcode = Postcode
