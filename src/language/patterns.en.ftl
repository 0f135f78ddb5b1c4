# The library’s own words for whole pages, in English. `body` and the like are texts with paragraphs and lists (`markup::Prose`).

townhall-start-now = Start now
townhall-change = Change
townhall-remove = Remove
townhall-not-provided = Not provided
townhall-check-answers = Check your answers before you send them
townhall-your-answers = Your answers
townhall-send-your-answers = Send your answers
townhall-accept-and-send = Accept and send
townhall-confirm-and-send = Confirm and send
townhall-answers-missing = Some answers are missing. Follow the links above to give them, then come back to this page.
townhall-answers-stopped = You cannot send your answers. Select ‘Continue’ to find out why.
townhall-answer-question = Answer ‘{ $question }’
townhall-your-reference = Your reference number
townhall-what-happens-next = What happens next
townhall-keep-a-record = You can print this page, or save it, to keep a record.
townhall-feedback-link = What did you think of this service?
townhall-feedback-time = (takes 30 seconds)
townhall-view-confirmation = View your confirmation
townhall-start-again = Start again
    .body = You will go to the start of the service. We will not delete answers that you have not sent.

townhall-not-found = Page not found
    .body =
        If you typed the web address, check it is correct.

        If you pasted the web address, check you copied the entire address.
    .contact = If the web address is correct or you selected a link or button:
    .start = If the web address is correct or you selected a link or button, go back to the start of the service.
townhall-problem = Sorry, there is a problem with the service
    .body = Try again later.
    .not-saved = We could not save what you typed. It is still on this page. Wait a moment, then select the button again.
townhall-answers-kept = { $days ->
    [one] We saved your answers. They will be available for { $days } day.
   *[other] We saved your answers. They will be available for { $days } days.
}
townhall-session-ended = Your session has ended
    .body =
        We delete answers that nobody has come back to for a while, to keep them private.

        To use the service, you need to start again.
townhall-refused = We could not accept what you sent
    .body =
        It did not come from a page of this service.

        Go to the start of the service, and use it from there. The answers that you gave before are safe.
townhall-cookies-needed = Turn on cookies to use this service
    .body =
        The service uses a cookie to remember your answers from one page to the next. Without it we would lose them.

        Turn on cookies in your browser’s settings, then start again.
    .again = The service uses a cookie to remember your answers. Turn on cookies in your browser’s settings, then select the button again. What you typed is still on this page.
townhall-unreadable = We could not read what you sent
    .body =
        Some of it did not reach us.

        Go back, check what you typed, and send it again.
townhall-too-large = What you sent is too large
    .body = Go back, make long answers shorter or choose smaller files, and send it again.
townhall-already-sent = You have already sent your answers
    .body = We have them. You do not need to send them again.
townhall-answers-not-current = Your answers have changed since you opened this page
    .body = They were changed in another window or on another device. We have not sent them. Check them again before you do.
townhall-record-full = We could not save this answer
    .not-saved = Together, your answers are longer than we can keep. What we saved before is safe, and what you typed is still on this page. Make this answer shorter, then select the button again.
townhall-not-on-list = This is not on your list
    .body = It may have been removed, in this window or in another one. Everything else on your list is as you left it.
townhall-list-full = You cannot add any more
    .body = Your list is full. To add something else, remove something first.
    .not-saved = Your list is full. What you typed is still on this page. To add it, remove something from the list in another window, then select the button again.
townhall-go-to-list = Go to your list
townhall-answers-changed = The service has changed since you were last here
    .body = We need some of your answers again. They are marked as missing when you check your answers.

townhall-unavailable = Sorry, the service is unavailable
    .later = You will be able to use the service later.
    .until = You will be able to use the service from { $time }.
    .opens = The service has not opened yet. You will be able to use it from { $time }.
    .since = The service has been closed since { $time }.
    .for-good = The service has closed, and will not open again.

townhall-task-completed = Completed
townhall-task-incomplete = Incomplete
townhall-task-not-started = Not yet started
townhall-task-in-progress = In progress
townhall-task-cannot-start-yet = Cannot start yet

townhall-another-missing = Select yes if you want to add another
townhall-remove-missing = Select yes if you want to remove it

townhall-save = Save and come back later
townhall-saved = Your answers are saved
    .body =
        To come back to them, you need your reference and your secret code. Write both down, or save this page. We cannot show you the secret code again.

        Do not share them. Anyone who has both can see your answers.
    .again = To come back to them, you need your reference and the secret code that we showed you when you first saved. We cannot show it again. If you do not have it, you can get a new one: the one before will stop working.
    .new-secret = Get a new secret code
    .reference = Your reference
    .secret = Your secret code
    .until = We will delete your answers on { $date } unless you save another answer before then.
    .link = Come back to your answers
    .go-on = Go on now
townhall-return = Come back to your answers
townhall-return-reference = Reference
    .hint = It has 10 letters and numbers, for example AB-2345-6789
    .it = your reference
townhall-return-secret = Secret code
    .hint = It has 16 letters and numbers
    .it = your secret code
    .error-not-found = We have no answers for this reference and secret code. Check both. We delete answers that nobody comes back to
townhall-expiring = We will delete your answers on { $date }
    .body = If you need more time, we can keep them for longer.
    .button = Keep my answers

townhall-another-application = Start a new application
townhall-send-again = Check this page, then send it again
    .body = The page was open for a long time, or the service was open in another tab as well. So we have not saved anything from it yet. What you typed is still here.
townhall-signed-in-again = You have signed in again
    .body = We have not saved what you typed before that. It is still on this page. Check it, then select the button again.

townhall-idle =
    { $minutes ->
        [one] If you do nothing for 1 minute, we will close your answers to keep them private.
       *[other] If you do nothing for { $minutes } minutes, we will close your answers to keep them private.
    }
    .saved = You can open them again with your reference and your secret code.
    .not-saved = To be able to open them again, select ‘Save and come back later’ before then.
    .lost = You would need to start again.
    .more = I need more time
    .title = Are you still there?
    .stay = Yes, I am still here
townhall-idle-soon =
    { $minutes ->
        [one] We will close your answers in 1 minute, to keep them private.
       *[other] We will close your answers in { $minutes } minutes, to keep them private.
    }
townhall-timed-out = We have closed your answers to keep them private
    .old = They were open for a very long time.
    .return = If you saved your answers, you can open them again with your reference and your secret code. What you typed last is there as well.
    .lost = You need to start again.
townhall-timed-out-idle =
    { $minutes ->
        [one] Nothing was done for 1 minute.
       *[other] Nothing was done for { $minutes } minutes.
    }

townhall-leave = Leave this service
    .why = If other people use this device, leave the service. Nobody can then see your answers on it without your reference and your secret code.
townhall-left = You have left the service
    .body =
        Your answers are saved. To come back to them, you need your reference and your secret code.

        If other people use this device, close the browser as well.
townhall-replace = There are other answers in this browser
    .body = You have not sent them, and you have not saved them to come back to. If you open your saved answers, we will delete the ones that are here now.
    .saved = You have not sent them. If you open your saved answers, you can still come back to the ones that are here now with their own reference and secret code.
    .open = Open my saved answers
    .stay = Go on with the answers in this browser
townhall-choose-answers = Which answers do you want to use?
    .body = You have answers in your account, and you have given others in this browser before you signed in. We will delete the ones that you do not choose.
    .person = Use the answers in my account
    .browser = Use the answers in this browser

townhall-cookies = Cookies
    .body = Cookies are small files that a website keeps on your phone, tablet or computer. This page says which ones this service uses.
townhall-cookies-on = Cookies on { $service }
townhall-cookies-essential = We use some essential cookies to make this service work.
townhall-cookies-additional = We’d like to set additional cookies so we can remember your settings, understand how people use the service and make improvements.
townhall-cookies-accept = Accept additional cookies
townhall-cookies-reject = Reject additional cookies
townhall-cookies-view = View cookies
townhall-cookies-hide = Hide cookie message
townhall-cookies-accepted = You’ve accepted additional cookies. You can
    .link = change your cookie settings
    .after = { " " }at any time.
townhall-cookies-rejected = You’ve rejected additional cookies. You can
    .link = change your cookie settings
    .after = { " " }at any time.
townhall-cookies-saved = You’ve set your cookie preferences.
    .link = Go back to the page you were looking at
townhall-cookies-question = Do you want to accept additional cookies?
townhall-cookies-save = Save cookie settings
townhall-cookies-essential-heading = Essential cookies
    .body = The service does not work without them.
townhall-cookies-additional-heading = Additional cookies
    .body = With your permission, we use these cookies to understand how people use the service and to improve it.
townhall-cookie-name = Name
townhall-cookie-purpose = Purpose
townhall-cookie-expires = Expires
townhall-cookie-session = Remembers which answers are yours
    .expires = When you close your browser
townhall-cookie-language = Remembers your language
    .expires = After 1 year
townhall-cookie-choice = Remembers your cookie settings
    .expires = After 1 year

townhall-feedback = Give feedback on this service
townhall-feedback-satisfaction = Overall, how did you feel about the service you received today?
    .it = how you felt about the service you received today
    .option-very-satisfied = Very satisfied
    .option-satisfied = Satisfied
    .option-neither = Neither satisfied nor dissatisfied
    .option-dissatisfied = Dissatisfied
    .option-very-dissatisfied = Very dissatisfied
townhall-feedback-improve = How could we improve this service?
    .hint = Do not include any personal or financial information, for example your National Insurance or credit card numbers
    .it = how we could improve this service
    .It = Your answer
townhall-feedback-send = Send feedback
townhall-feedback-thanks = Thank you for your feedback
    .body = We read all feedback, and use it to improve the service.

townhall-security-code = Check your phone
    .body = We’ve sent you a text message with a security code. It can take a few minutes to arrive.
    .message = { $code } is your { $service } security code
townhall-security-code-code = Security code
    .hint = It has 5 numbers
    .it = the security code
    .It = The security code

townhall-bank-details = Bank or building society account details
townhall-bank-details-account_name = Name on the account
    .it = the name on the account
townhall-bank-details-sort_code = Sort code
    .hint = Must be 6 digits long
    .it = a sort code
townhall-bank-details-account_number = Account number
    .hint = Must be between 6 and 8 digits long
    .it = an account number
townhall-bank-details-roll_number = Building society roll number (if you have one)
    .hint = You can find it on your card, statement or passbook
    .it = the roll number
    .It = Building society roll number

townhall-names = What is your name?
townhall-names-first_name = First name
    .it = your first name
townhall-names-middle_names = Middle names
    .it = your middle names
townhall-names-last_name = Last name
    .it = your last name

townhall-contact-phone = Phone
    .number = Telephone:
    .welsh = Telephone, in Welsh:
    .charges = Find out about call charges
townhall-contact-email = Email
townhall-contact-form = Online form
townhall-contact-post = Post

# The wording that the law requires is that of the model statement, which must not be changed.
townhall-accessibility = Accessibility statement
    .heading = Accessibility statement for { $service }
    .scope = This accessibility statement applies to { $scope }.
    .about = This website is run by { $organisation }. We want as many people as possible to be able to use this website.
    .wants =
        For example, that means you should be able to:
        - change colours, contrast levels and fonts using browser or device settings
        - zoom in up to 400% without the text going off the screen
        - use the website with a keyboard, with speech recognition software and with a screen reader

        The charity [AbilityNet](https://mcmw.abilitynet.org.uk) has advice on making your device easier to use if you have a disability.
townhall-accessibility-contact = Reporting accessibility problems with this website
townhall-accessibility-enforcement = Enforcement procedure
    .body = The Equality and Human Rights Commission (EHRC) is responsible for enforcing the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018 (the ‘accessibility regulations’). If you’re not happy with how we respond to your complaint, [contact the Equality Advisory and Support Service (EASS)](https://www.equalityadvisoryservice.com).
townhall-accessibility-technical = Technical information about this website’s accessibility
    .body = { $organisation } is committed to making its website accessible, in accordance with the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018.
townhall-accessibility-status = Compliance status
    .full = This website is fully compliant with the [Web Content Accessibility Guidelines version 2.2](https://www.w3.org/TR/WCAG22/) AA standard.
    .partial-non-compliances = This website is partially compliant with the [Web Content Accessibility Guidelines version 2.2](https://www.w3.org/TR/WCAG22/) AA standard, due to the non-compliances listed below.
    .partial-exemptions = This website is partially compliant with the [Web Content Accessibility Guidelines version 2.2](https://www.w3.org/TR/WCAG22/) AA standard, due to the exemptions listed below.
    .partial-both = This website is partially compliant with the [Web Content Accessibility Guidelines version 2.2](https://www.w3.org/TR/WCAG22/) AA standard, due to the non-compliances and exemptions listed below.
    .none-non-compliances = This website is not compliant with the [Web Content Accessibility Guidelines version 2.2](https://www.w3.org/TR/WCAG22/) AA standard. The non-compliances are listed below.
    .none-exemptions = This website is not compliant with the [Web Content Accessibility Guidelines version 2.2](https://www.w3.org/TR/WCAG22/) AA standard. The exemptions are listed below.
    .none-both = This website is not compliant with the [Web Content Accessibility Guidelines version 2.2](https://www.w3.org/TR/WCAG22/) AA standard. The non-compliances and exemptions are listed below.
townhall-accessibility-problems = Non-accessible content
    .body = The content listed below is non-accessible for the following reasons.
townhall-accessibility-prepared = Preparation of this accessibility statement
    .on = This statement was prepared on { $prepared }.
    .reviewed = This statement was prepared on { $prepared }. It was last reviewed on { $reviewed }.
    .tested = This website was last tested on { $date } against the WCAG 2.2 AA standard.

townhall-safety = Staying safe online
    .body =
        Someone may be able to see what you do online, especially if you use a computer or phone that they can use too. You can make it more difficult for them.

        # Leave a page quickly

        To leave a page quickly, select ‘Exit this page’, or press the Shift key 3 times. Another website opens at once.

        This does not delete your browsing history: someone can still see that you were here. To come back, search for this service, or find it in your history.
    .history =
        # Use a safer device

        If you think that someone is monitoring what you do, use a device that they do not have access to and never had, in person or from somewhere else. A computer in a library can be safer than one at home.

        # Browse in private

        Use the private or incognito mode of your browser. It does not store which pages you looked at.

        # Be careful if you delete your browsing history

        Deleting your history and cookies can hide that you were here. But:
        - clearing your history could make someone more suspicious, so delete only what you want to keep private
        - deleting cookies can also remove the passwords that are stored for your online accounts

townhall-create-account = Create an account
townhall-create-account-email = Email address
    .hint = You’ll use it to sign in
    .it = your email address
townhall-create-account-password = Create a password
    .hint = At least 8 characters, which can include spaces
    .it = a password
    .It = Password
townhall-create-password = Create a password
townhall-create-password-password = New password
    .hint = At least 8 characters, which can include spaces
    .it = a password
    .It = Password

townhall-resend-code = Request a new security code
    .body = Text messages sometimes take a few minutes to arrive. If you do not receive the text message, you can request a new one. The code that we sent before still works.
    .button = Request a new code
    .wait = { $minutes ->
        [one] You’ve requested too many security codes. You can request a new one in { $minutes } minute.
       *[other] You’ve requested too many security codes. You can request a new one in { $minutes } minutes.
    }
    .no-access = I do not have access to the phone
townhall-confirm-email = Confirm your email address
    .sent = We’ve sent an email to:
    .body =
        Select the link in the email to confirm that the address is yours. The link works for 24 hours.

        If the email does not arrive after a few minutes, check your spam or junk folder.
    .again = Send the email again
    .change = Use another email address
townhall-email-confirmed = Your email address is confirmed
    .body = You can close this page, or go on where you were.
townhall-email-already-confirmed = Your email address is already confirmed
    .body = You have used this link before. You do not need to do anything.
townhall-email-link-expired = The link has expired
    .body = To keep your account safe, the link works for 24 hours only. Sign in, and we’ll send you a new one.
townhall-email-link-replaced = The link no longer works
    .body = We’ve sent you a newer link since, or you’ve changed your email address. Use the link in our latest email.

townhall-payment = Pay
    .amount = The amount to pay is { $amount }.
    .button = Pay now
townhall-payment-failed = Your payment did not go through
    .body = We have not taken any money. You can try again, with the same card or a different one.

townhall-find-address = Find your address
townhall-find-address-postcode = Postcode
    .it = your postcode
townhall-find-address-building = Building number or name
    .hint = For example, 15 or Prospect Cottage
    .it = the building number or name
townhall-choose-address = Select your address
    .manual = Enter the address yourself
    .missing = Select your address
townhall-no-address = We could not find an address
    .search = Search again

townhall-section-complete-is_complete = Have you completed this section?
    .option-yes = Yes, I’ve completed this section
    .option-no = No, I’ll come back to it later
    .summary = Completed
    .error-empty = Select whether you’ve completed this section
    .error-unknown-choice = Select whether you’ve completed this section

townhall-sign-in = Sign in
townhall-sign-in-email = Email address
    .it = your email address
townhall-sign-in-password = Password
    .it = your password
    .error-empty-password = Enter your password
    .error-too-short = The email address or the password is not correct. Check both, then try again
    .error-password-common = The email address or the password is not correct. Check both, then try again

# The questions of the harmonised standards, which must not be reworded.
townhall-equality = We have received your application
    .body = Before you finish using the service, we’d like to ask some equality questions.
    .question = Do you want to answer the equality questions?
    .hint = These questions are optional, and your answers will not affect your application
    .yes = Yes, answer the equality questions (takes 2 minutes)
    .no = No, skip the equality questions
    .why = Why we ask equality questions
    .missing = Select yes if you want to answer the equality questions
townhall-equality-skip = Prefer not to say
townhall-equality-disability = Do you have any physical or mental health conditions or illness lasting or expected to last 12 months or more?
    .yes = Yes
    .no = No
    .missing = Select yes or no, or ‘{ $skip }’
townhall-equality-impact = Do any of your conditions or illnesses reduce your ability to carry out day to day activities?
    .hint = For example eating, washing, walking or going shopping
    .lot = Yes, a lot
    .little = Yes, a little
    .no = Not at all
    .missing = Select how much your ability is reduced or ‘{ $skip }’
townhall-equality-ethnic-group = What is your ethnic group?
    .white = White
    .traveller = Irish Traveller
    .roma = Roma
    .mixed = Mixed or multiple ethnic groups
    .asian = Asian or Asian British
    .asian-wales = Asian, Asian Welsh or Asian British
    .asian-scotland = Asian, Scottish Asian or British Asian
    .black = Black, African, Caribbean or Black British
    .black-wales = Black, Black Welsh, Black British, Caribbean or African
    .african-scotland = African, Scottish African or British African
    .caribbean-scotland = Caribbean or Black
    .other = Other ethnic group
    .text = How would you describe your background? (optional)
    .missing = Select an ethnic group or ‘{ $skip }’
townhall-equality-religion = What is your religion?
    .none = No religion
    .christian = Christian
    .christian-hint = Including Church of England, Catholic, Protestant and all other Christian denominations
    .christian-wales-hint = All denominations
    .buddhist = Buddhist
    .hindu = Hindu
    .jewish = Jewish
    .muslim = Muslim
    .sikh = Sikh
    .pagan = Pagan
    .church-of-scotland = Church of Scotland
    .church-of-ireland = Church of Ireland
    .roman-catholic = Roman Catholic
    .presbyterian = Presbyterian
    .methodist = Methodist
    .other-christian = Other Christian
    .other = Any other religion
    .text = What is your religion? (optional)
    .missing = Select your religion or ‘{ $skip }’
townhall-equality-sex = What is your sex?
    .female = Female
    .male = Male
    .missing = Select your sex or ‘{ $skip }’
townhall-equality-gender = Is the gender you identify with the same as your sex registered at birth?
    .yes = Yes
    .other = No
    .text = What is your gender identity? (optional)
    .missing = Select yes or no, or ‘{ $skip }’
townhall-equality-orientation = Which of the following best describes your sexual orientation?
    .straight = Heterosexual or straight
    .gay = Gay or lesbian
    .bisexual = Bisexual
    .other = Other
    .text = How would you describe your sexual orientation? (optional)
    .missing = Select your sexual orientation or ‘{ $skip }’
townhall-equality-marriage = What is your legal marital or registered civil partnership status?
    .never = Never married and never registered in a civil partnership
    .married = Married
    .partnership = In a registered civil partnership
    .separated = Separated, but still legally married
    .separated-partnership = Separated, but still legally in a civil partnership
    .divorced = Divorced
    .dissolved = Formerly in a civil partnership which is now legally dissolved
    .widowed = Widowed
    .surviving = Surviving partner from a registered civil partnership
    .missing = Select your marital or civil partnership status or ‘{ $skip }’
